/** The IIS side of a World: its sites, the nodes of its vroots, and the lists that stand on them. */
import type { Collected } from '../probe';
import { got } from '../probe';
import type { AnswerOf } from '../probes/index';
import type { Setting } from '../restriction';
import { apphost, chainOf } from '../restriction';
import type { World } from './world';
import { rootOf, rulesOf } from './world';

export const nodeOf = (world: World, vroot: World['vroots'][number]): string => {
  const site = world.sites.find((s) => s.id === vroot.site);
  return `${site ? rootOf(world, site) : vroot.site}/${vroot.name}`;
};

/** The usual folders of IIS 6 and of IIS 7 and later. */
const logFolders = { 6: '%WinDir%\\System32\\LogFiles', 7: '%SystemDrive%\\inetpub\\logs\\LogFiles' } as const;

export const sitesOf = (world: World): AnswerOf<'web-sites'>['sites'] =>
  world.sites.map((site) => ({ ...site, root: rootOf(world, site), state: got(site.state), logFolder: `${logFolders[rulesOf(world)]}\\W3SVC${site.id}` }));

function restrictionNodes(world: World): Record<string, Collected<Setting>> {
  const rules = rulesOf(world);
  const roots = world.sites.map((site) => rootOf(world, site));
  const vroots = world.vroots.map((v) => nodeOf(world, v));
  const names = new Set([
    ...(rules === 7 ? [apphost] : []),
    ...[...roots, ...vroots, ...Object.keys(world.restrictions.own)].flatMap((n) => chainOf(n, rules)),
  ]);
  return Object.fromEntries(
    [...names].map((name) => {
      const own = world.restrictions.own[name];
      return [name, got<Setting>(own ? { own } : 'inherits')];
    }),
  );
}

export const restrictionsOf = (world: World): AnswerOf<'ip-restrictions'> => ({
  iis: rulesOf(world),
  inForce: got(world.restrictions.inForce),
  nodes: restrictionNodes(world),
});
