/** The plain lists of test/helpers/lists.ts as settings of nodes. */
import type { Setting } from '../../shared/restriction';
import type { List6, Section7 } from './oracle';

export const nodes6 = ['W3SVC', 'W3SVC/1', 'W3SVC/1/ROOT', 'W3SVC/1/ROOT/Selfupdate'] as const;
export const nodes7 = ['APPHOST', 'Default Web Site', 'Default Web Site/Selfupdate'] as const;

export const settings6 = (chain: readonly (List6 | null)[]): { node: string; setting: Setting }[] =>
  chain.map((own, i) => ({
    node: nodes6[i] ?? '',
    setting: own
      ? { own: { iis: 6, grantByDefault: own.grantByDefault, grant: [...own.grant], deny: [...own.deny], grantNames: [], denyNames: [] } }
      : 'inherits',
  }));

export const settings7 = (chain: readonly (Section7 | null)[]): { node: string; setting: Setting }[] =>
  chain.map((own, i) => ({
    node: nodes7[i] ?? '',
    setting: own
      ? {
          own: {
            iis: 7,
            ...(own.allowUnlisted !== undefined && { allowUnlisted: own.allowUnlisted }),
            entries: own.lines.map((line) =>
              line.verb === 'add' ? { verb: 'add', address: line.address, mask: line.mask, allowed: line.allowed === true } : { ...line },
            ),
          },
        }
      : 'inherits',
  }));

/** What a grant wrote, as the oracle takes it. */
export function listOf(setting: Setting): List6 | Section7 | null {
  if (setting === 'inherits') return null;
  const { own } = setting;
  return own.iis === 6 ? own : { allowUnlisted: own.allowUnlisted, lines: own.entries.flatMap((e) => ('domain' in e ? [] : [e])) };
}
