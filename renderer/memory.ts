/** What this window remembers between starts: language, theme, and (until it is closed) the open visit. */
const read = (store: () => Storage, name: string): string | null => {
  try {
    return store().getItem(name);
  } catch {
    return null; // Storage may be switched off; the defaults serve.
  }
};
const write = (store: () => Storage, name: string, value: string | null): void => {
  try {
    if (value === null) store().removeItem(name);
    else store().setItem(name, value);
  } catch {
    // As above: nothing to lose but convenience.
  }
};
const local = () => window.localStorage;
const session = () => window.sessionStorage;

export const remembered = (name: 'lang' | 'theme'): string | null => read(local, name);
export const remember = (name: 'lang' | 'theme', value: string): void => write(local, name, value);
export const rememberedVisit = (): string | null => read(session, 'visit');
export const rememberVisit = (visit: string | null): void => write(session, 'visit', visit);
