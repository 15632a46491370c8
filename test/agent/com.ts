/** COM objects made of plain JavaScript: strict about names and counts of arguments, HRESULTs negative, arrays opaque. */

/** An error as JScript sees it: `number` is the HRESULT as a negative number. */
export function comError(hresult: number, description = ''): Error {
  return Object.assign(new Error(description), { number: hresult | 0, description });
}
export const unknownName = 0x80020006;
export const typeMismatch = 0x80020005;
export const notFound = 0x80041002;

/** A SAFEARRAY: only `new VBArray(x).toArray()` opens it, as on Windows. */
export class SafeArray {
  readonly #items: readonly unknown[];
  constructor(items: readonly unknown[]) {
    this.#items = items;
  }
  static open(array: unknown): readonly unknown[] {
    if (!(array instanceof SafeArray)) throw comError(typeMismatch, 'not a SAFEARRAY');
    return array.#items;
  }
}
/** An array property that was given a value; JScript's own arrays are none. */
export const textsOf = (value: unknown): string[] => SafeArray.open(value).map(String);

/** A set that only an Enumerator walks. */
export class ComSet {
  readonly #items: readonly unknown[];
  constructor(items: readonly unknown[]) {
    this.#items = items;
  }
  static open(set: unknown): readonly unknown[] {
    if (!(set instanceof ComSet)) throw comError(0x80070057, 'not a set');
    return set.#items;
  }
}

export type Member =
  | { readonly get: () => unknown; readonly set?: (value: unknown) => void }
  | { readonly counts: readonly number[]; readonly call: (...args: never[]) => unknown };

/** A method taking one of these counts of arguments. */
export const method = (counts: readonly number[], call: (...args: never[]) => unknown): Member => ({ counts, call });
export const readOnly = (get: () => unknown): Member => ({ get });

/** An object with these members and no other. */
export function comObject(name: string, members: Readonly<Record<string, Member>>): object {
  const find = (key: string | symbol): Member => {
    const member = typeof key === 'string' && Object.hasOwn(members, key) ? members[key] : undefined;
    if (!member) throw comError(unknownName, `${name}.${String(key)}`);
    return member;
  };
  return new Proxy(
    {},
    {
      get(_target, key) {
        const member = find(key);
        if ('get' in member) return member.get();
        return (...args: never[]) => {
          if (!member.counts.includes(args.length)) throw comError(unknownName, `${name}.${String(key)} with ${args.length} arguments`);
          return member.call(...args);
        };
      },
      set(_target, key, value) {
        const member = find(key);
        if (!('get' in member) || !member.set) throw comError(unknownName, `${name}.${String(key)} cannot be set`);
        member.set(value);
        return true;
      },
    },
  );
}

/** A property kept in a record under its name. */
export const kept = (values: Record<string, unknown>, name: string): Member => ({
  get: () => values[name],
  set: (value) => {
    values[name] = value;
  },
});
