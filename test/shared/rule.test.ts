import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, readEntry } from '../../shared/address';
import { readApplicationHost } from '../../shared/formats/application-host';
import { readMetabase } from '../../shared/formats/metabase';
import type { AnswerOf } from '../../shared/probes/index';
import type { Effective, Own6, Rule } from '../../shared/restriction';
import { compile, decide, isPlaceholder, listAt } from '../../shared/restriction';
import { applicationHostText, ipSecurityHex, ipSecurityXml, metabaseText } from '../helpers/files';
import { chain6, chain7, itemsOf } from '../helpers/lists';
import type { List6, Section7 } from '../helpers/oracle';
import { admitted6, admitted7, boundaries } from '../helpers/oracle';
import { nodes6, nodes7, settings6 } from '../helpers/settings';
import { must } from '../helpers/shell';
import { baseOf } from '../helpers/worlds';

const bare = (id: 'sbs2003' | 'server2022') => {
  const base = baseOf(id);
  return {
    ...base,
    sites: base.sites.filter((s) => s.id === 1),
    vroots: [{ site: 1, name: 'Selfupdate', path: 'C:\\x', anonymous: true, requiresSsl: false, pool: null }],
    restrictions: { inForce: true, own: {} },
  };
};
const [world6, world7] = [bare('sbs2003'), bare('server2022')];

/** The way a list really goes: written to a file, read from it, found at its node. */
type Way6 = (chain: readonly (List6 | null)[]) => (address: string) => boolean | null;
type Way7 = (chain: readonly (Section7 | null)[]) => (address: string) => boolean | null;

const ask = (list: Effective) => (address: string) => decide(list, must(readAddress(address))).admitted;
const at = (node: string, restrictions: AnswerOf<'ip-restrictions'>): Effective => {
  const found = listAt(node, restrictions);
  if (!('list' in found)) throw new Error(found.fault.code);
  return found.list;
};
const read6 = (chain: readonly (List6 | null)[]): AnswerOf<'ip-restrictions'> => {
  const lists = Object.fromEntries(chain.flatMap((own, i) => (own ? [[nodes6[i], ipSecurityHex(own)]] : [])));
  return must(readMetabase(metabaseText(world6, lists))).restrictions;
};
const read7 = (chain: readonly (Section7 | null)[], edit = (text: string) => text): AnswerOf<'ip-restrictions'> => {
  const sections = Object.fromEntries(chain.flatMap((own, i) => (own ? [[nodes7[i], ipSecurityXml(own)]] : [])));
  return must(readApplicationHost(edit(applicationHostText(world7, sections)))).restrictions;
};
const real6: Way6 = (chain) => ask(at(nodes6[3], read6(chain)));
const real7: Way7 = (chain) => ask(at(nodes7[2], read7(chain)));

const runs = { numRuns: 300, seed: 20261124 };
/** Agrees with the oracle at every address worth asking about. Gives the counterexample, or null. */
const agrees6 = (way: Way6) =>
  fc.check(
    fc.property(chain6, (chain) => {
      const admitted = way(chain);
      return boundaries(itemsOf(chain)).every((address) => admitted(address) === admitted6(chain, address));
    }),
    runs,
  );
const agrees7 = (way: Way7) =>
  fc.check(
    fc.property(chain7, (chain) => {
      const admitted = way(chain);
      return boundaries(itemsOf(chain)).every((address) => admitted(address) === admitted7(chain, address));
    }),
    runs,
  );
const told = (outcome: { failed: boolean; counterexample: unknown }) => (outcome.failed ? JSON.stringify(outcome.counterexample) : null);

describe('who is admitted', () => {
  it('on IIS 6 is what the oracle says, through MetaBase.xml', () => expect(told(agrees6(real6))).toBeNull());
  it('on IIS 7 and later is what the oracle says, through applicationHost.config', () => expect(told(agrees7(real7))).toBeNull());
});

const changed6 = (chain: readonly (List6 | null)[], change: (own: Own6) => Own6) =>
  settings6(chain).map(({ node, setting }) => ({ node, setting: setting === 'inherits' ? setting : { own: change(setting.own as Own6) } }));
const withMask =
  (of: (mask: string) => string) =>
  (own: Own6): Own6 => {
    const each = (e: { address: string; mask: string }) => (isPlaceholder(e) ? e : { ...e, mask: of(e.mask) });
    return { ...own, grant: own.grant.map(each), deny: own.deny.map(each) };
  };
/** Rules in the opposite order: the last hit decides. */
const lastHit = (list: Effective): Effective => ({ ...list, rules: [...list.rules].reverse() });

const mutants: Readonly<Record<string, () => { failed: boolean; errorInstance: unknown }>> = {
  'the mask is ignored': () =>
    agrees6((chain) =>
      ask(
        compile(
          6,
          changed6(
            chain,
            withMask(() => '255.255.255.255'),
          ),
        ),
      ),
    ),
  'the mask is read in reverse': () =>
    agrees6((chain) =>
      ask(
        compile(
          6,
          changed6(
            chain,
            withMask((mask) => mask.split('.').reverse().join('.')),
          ),
        ),
      ),
    ),
  'the last hit decides instead of the first': () => agrees7((chain) => ask(lastHit(at(nodes7[2], read7(chain))))),
  "the parent's list is added on IIS 6": () =>
    agrees6((chain) => {
      const own = chain.filter((c) => c !== null);
      const deepest = own.at(-1) ?? null;
      const merged = deepest && {
        ...deepest,
        grant: own.flatMap((c) => (deepest.grantByDefault ? [] : c.grant)),
        deny: own.flatMap((c) => (deepest.grantByDefault ? c.deny : [])),
      };
      return ask(compile(6, settings6([null, null, null, merged])));
    }),
  'allowed defaults to true': () =>
    agrees7((chain) =>
      ask(
        at(
          nodes7[2],
          read7(chain, (text) => text.replace(/<add ipAddress="([^"]*)" subnetMask="([^"]*)" \/>/g, '<add ipAddress="$1" subnetMask="$2" allowed="true" />')),
        ),
      ),
    ),
  'the placeholder is taken for an address': () =>
    agrees6((chain) => {
      const list = at(nodes6[3], read6(chain));
      const nearest = chain.filter((c) => c !== null).at(-1);
      const rules: Rule[] = (nearest?.grant ?? [])
        .filter(isPlaceholder)
        .map((e) => ({ allow: true, node: list.defaultNode ?? '', cube: must(readEntry(e.address, e.mask)), text: e.address }));
      return ask({ ...list, rules: [...rules, ...list.rules] });
    }),
};

describe('a rule that is wrong', () => {
  for (const [name, run] of Object.entries(mutants))
    it(`is caught by the same property: ${name}`, () => {
      const outcome = run();
      expect(outcome.failed).toBe(true);
      // Caught by what it says, not by falling over.
      expect(String(outcome.errorInstance)).toMatch(/returning false/);
    });

  it('is not what these ways of asking change by themselves', () => {
    expect(told(agrees6((chain) => ask(compile(6, settings6(chain)))))).toBeNull();
    expect(
      told(
        agrees7((chain) =>
          ask(
            at(
              nodes7[2],
              read7(chain, (text) => text.replace('<!-- IIS', '<!-- Some')),
            ),
          ),
        ),
      ),
    ).toBeNull();
  });
});
