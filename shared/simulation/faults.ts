/** What can be wrong in a World: each fault takes a World and gives the broken one. Scenarios name them; random Worlds draw from them. */
import * as z from 'zod/mini';
import { serviceStates, startModes } from '../probes/services';
import { Own } from '../restriction';
import type { World, WorldClient } from './world';
import { rootOf } from './world';

export const FaultChoice = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('branch-network') }),
  z.strictObject({ fault: z.literal('wsus-in-default-site') }),
  z.strictObject({ fault: z.literal('own-list'), node: z.string(), own: Own }),
  z.strictObject({ fault: z.literal('service'), service: z.string(), state: z.optional(z.enum(serviceStates)), startMode: z.optional(z.enum(startModes)) }),
]);
export type FaultChoice = z.infer<typeof FaultChoice>;

const numbered = (n: number) => String(n).padStart(2, '0');

/** 192.168.20.0/24 behind a router: 14 fresh XP SP2 PCs whose agent must update itself before anything else (scenarios.md, BR). */
function branchNetwork(world: World): World {
  const like = world.clients[0];
  const clients = Array.from(
    { length: 14 },
    (_, i): WorldClient => ({
      name: `PC${numbered(21 + i)}`,
      addresses: [`192.168.20.${101 + i}`],
      system: '5.1.2600',
      agent: '5.4.3790.2180',
      susClientId: null,
      validation: null,
      wuServer: like?.wuServer ?? null,
      wuStatusServer: like?.wuStatusServer ?? null,
      useWuServer: true,
      domainMember: true,
      contacted: null,
      learned: 'dns',
    }),
  );
  return { ...world, subnets: [...world.subnets, { subnet: '192.168.20.0/24', learned: 'persistent-route' }], clients: [...world.clients, ...clients] };
}

/** All nine vroots in the site on port 80, no site of its own: they all inherit its restriction. */
function wsusInDefaultSite(world: World): World {
  const own = world.sites.find((s) => s.bindings.some((b) => b.port === world.product.wsus.port));
  const port80 = world.sites.find((s) => s.bindings.some((b) => b.port === 80 && b.host === ''));
  if (!own || !port80 || own === port80) return world;
  const kept = world.vroots.filter((v) => v.site !== own.id);
  const names = new Set(kept.filter((v) => v.site === port80.id).map((v) => v.name.toLowerCase()));
  const moved = world.vroots.filter((v) => v.site === own.id && !names.has(v.name.toLowerCase())).map((v) => ({ ...v, site: port80.id }));
  const url = `http://${world.product.computer.toLowerCase()}`;
  const gone = rootOf(world, own);
  return {
    ...world,
    product: { ...world.product, wsus: { ...world.product.wsus, port: 80 } },
    sites: world.sites.filter((s) => s !== own),
    vroots: [...kept, ...moved],
    restrictions: {
      ...world.restrictions,
      own: Object.fromEntries(Object.entries(world.restrictions.own).filter(([node]) => node !== gone && !node.startsWith(`${gone}/`))),
    },
    clients: world.clients.map((c) => ({ ...c, wuServer: url, wuStatusServer: url })),
  };
}

/** The World with one fault more. */
export function breakWorld(world: World, choice: FaultChoice): World {
  switch (choice.fault) {
    case 'branch-network':
      return branchNetwork(world);
    case 'wsus-in-default-site':
      return wsusInDefaultSite(world);
    case 'own-list':
      return { ...world, restrictions: { ...world.restrictions, own: { ...world.restrictions.own, [choice.node]: choice.own } } };
    case 'service': {
      const service = world.services[choice.service];
      if (!service) return world;
      const next = { ...service, state: choice.state ?? service.state, startMode: choice.startMode ?? service.startMode };
      return { ...world, services: { ...world.services, [choice.service]: next } };
    }
  }
}
