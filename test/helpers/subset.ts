/** Whether all that is wanted is there; what else is there does not matter. Lists are compared whole. */

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? 'nothing';

/** The first difference in words, or null. */
export function difference(got: unknown, want: unknown, at = ''): string | null {
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return `${at}: wanted ${show(want)}, got ${show(got)}`;
    for (let i = 0; i < want.length; i++) {
      const found = difference(got[i], want[i], `${at}[${i}]`);
      if (found) return found;
    }
    return null;
  }
  if (want !== null && typeof want === 'object') {
    if (got === null || typeof got !== 'object') return `${at}: wanted ${show(want)}, got ${show(got)}`;
    for (const [key, value] of Object.entries(want)) {
      const found = difference((got as Record<string, unknown>)[key], value, at ? `${at}.${key}` : key);
      if (found) return found;
    }
    return null;
  }
  return Object.is(got, want) ? null : `${at}: wanted ${show(want)}, got ${show(got)}`;
}
