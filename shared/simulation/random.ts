/** A random World from a seed: generation, layout, branch network and second adapter are drawn, then the faults. Same seed, same World. */
import type { Severity } from '../check';
import type { Own } from '../restriction';
import type { FaultChoice } from './faults';
import { breakWorld } from './faults';
import type { World } from './world';
import { rootOf, rulesOf } from './world';

export interface Planted {
  readonly check: string;
  readonly severity: Severity;
  /** The faults that hide it until they are cured. */
  readonly hiddenBy: readonly string[];
}
export interface RandomWorld {
  readonly world: World;
  readonly planted: readonly Planted[];
}

/** mulberry32: small, well spread, seeded. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const versions = {
  6: ['3.0.6000.374', '3.1.6001.65', '3.2.7600.226', '3.2.7600.274'],
  7: ['6.2.9200.16384', '6.3.9600.16384', '10.0.14393.2969', '10.0.17763.1', '10.0.20348.1', '10.0.26100.1'],
} as const;

const deny = (address: string, mask: string): Own => ({ iis: 6, grantByDefault: true, grant: [], deny: [{ address, mask }], grantNames: [], denyNames: [] });
const grant6 = (...entries: [string, string][]): Own => ({
  iis: 6,
  grantByDefault: false,
  grant: entries.map(([address, mask]) => ({ address, mask })),
  deny: [],
  grantNames: [],
  denyNames: [],
});
const allow7 = (...entries: [string, string][]): Own => ({
  iis: 7,
  allowUnlisted: false,
  entries: [
    ...entries.map(([address, mask]) => ({ verb: 'add', address, mask, allowed: true }) as const),
    { verb: 'add', address: '127.0.0.1', mask: '255.255.255.255', allowed: true },
  ],
});

const whole = '255.255.255.255';
const stopsAll = ['web-publishing-stopped'];
const wsusApi = ['web-publishing-stopped', 'import-running', 'update-services-stopped', 'database-stopped'];

interface Kind {
  readonly id: string;
  /** Kinds that cannot stand beside it. */
  readonly group: string;
  applies(world: World): boolean;
  faults(world: World, pick: (below: number) => number): FaultChoice[];
  readonly shows: readonly { check: string; severity: Severity; hiddenBy: readonly string[] }[];
}

const mainSite = (world: World) => world.sites.find((s) => s.bindings.some((b) => b.port === world.product.wsus.port));
const mainRoot = (world: World): string => {
  const site = mainSite(world);
  return site ? rootOf(world, site) : '';
};
const branch = (world: World): boolean => world.subnets.some((s) => s.subnet === '192.168.20.0/24');
const three = (world: World): boolean => rulesOf(world) === 6;
const show = (check: string, severity: Severity, hiddenBy: readonly string[]) => ({ check, severity, hiddenBy });

/** Restrictions stand on the site that WUServer names, so that each is a problem whatever the layout. */
const kinds: readonly Kind[] = [
  {
    id: 'nobody-admitted',
    group: 'list',
    applies: three,
    faults: (w) => [{ fault: 'own-list', node: `${mainRoot(w)}/ClientWebService`, own: grant6(['0.0.0.0', whole]) }],
    shows: [show('client-web-service-refuses-clients', 'problem', stopsAll), show('localhost-refused', 'warning', stopsAll)],
  },
  {
    id: 'branch-not-granted',
    group: 'list',
    applies: branch,
    faults: (w) => [
      {
        fault: 'own-list',
        node: `${mainRoot(w)}/SimpleAuthWebService`,
        own: three(w) ? grant6(['127.0.0.1', whole], ['192.168.16.0', '255.255.255.0']) : allow7(['192.168.16.0', '255.255.255.0']),
      },
    ],
    shows: [show('other-vroots-refuse-clients', 'problem', stopsAll)],
  },
  {
    id: 'branch-denied',
    group: 'list',
    applies: (w) => branch(w) && three(w),
    faults: (w) => [{ fault: 'own-list', node: `${mainRoot(w)}/ReportingWebService`, own: deny('192.168.20.0', '255.255.255.0') }],
    shows: [show('other-vroots-refuse-clients', 'problem', stopsAll)],
  },
  {
    id: 'cert-server-disabled',
    group: 'cert-server',
    applies: (w) => !w.wsusutil.running,
    faults: () => [{ fault: 'service', service: 'WSusCertServer', startMode: 'disabled' }],
    shows: [show('cert-server-disabled', 'warning', [])],
  },
  {
    id: 'cert-server-running',
    group: 'cert-server',
    applies: () => true,
    faults: () => [{ fault: 'service', service: 'WSusCertServer', state: 'running' }],
    shows: [show('cert-server-running', 'note', [])],
  },
  {
    id: 'iis-stopped',
    group: 'iis',
    applies: () => true,
    faults: (w) => (three(w) ? ['IISADMIN', 'W3SVC', 'HTTPFilter', 'SMTPSVC'] : ['W3SVC']).map((service) => ({ fault: 'service', service, state: 'stopped' })),
    shows: [show('web-publishing-stopped', 'problem', [])],
  },
  {
    id: 'update-services-stopped',
    group: 'update-services',
    applies: () => true,
    faults: (_w, pick) => [{ fault: 'service', service: 'WsusService', state: 'stopped', ...(pick(2) === 0 && { startMode: 'disabled' }) }],
    shows: [show('update-services-stopped', 'problem', [])],
  },
  {
    id: 'import-running',
    group: 'update-services',
    applies: (w) => w.services.WSusCertServer?.startMode !== 'disabled',
    faults: (w) => [{ fault: 'import-running', since: w.clock }],
    shows: [show('import-running', 'wait', [])],
  },
  {
    id: 'database-stopped',
    group: 'database',
    applies: () => true,
    faults: (w) => [{ fault: 'service', service: w.product.wsus.database, state: 'stopped' }],
    shows: [show('database-stopped', 'problem', [])],
  },
  {
    id: 'pool-stopped',
    group: 'pool',
    applies: () => true,
    faults: () => [{ fault: 'pool-stopped', pool: 'WsusPool' }],
    shows: [show('application-pool-stopped', 'problem', stopsAll)],
  },
  {
    id: 'files-missing',
    group: 'files',
    applies: three,
    faults: () => [{ fault: 'files-missing', files: ['wuident.cab'] }],
    shows: [show('self-update-files-missing', 'problem', stopsAll)],
  },
  {
    id: 'cloned-clients',
    group: 'identity',
    applies: () => true,
    faults: (w, pick) => [{ fault: 'cloned-clients', clients: w.clients.slice(1, 3 + pick(4)).map((c) => c.name), id: '6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10' }],
    shows: [show('client-id-duplicated', 'problem', [])],
  },
  {
    id: 'still-downloading',
    group: 'content',
    applies: () => true,
    faults: () => [{ fault: 'content', approved: 412, done: 6442450944, total: 18253611008 }],
    shows: [show('content-still-downloading', 'wait', wsusApi)],
  },
  {
    id: 'bits-disabled',
    group: 'content',
    applies: () => true,
    faults: () => [
      { fault: 'content', approved: 412, done: 6442450944, total: 18253611008 },
      { fault: 'service', service: 'BITS', startMode: 'disabled' },
    ],
    shows: [show('content-download-blocked', 'problem', wsusApi), show('bits-disabled', 'problem', [])],
  },
  {
    id: 'synchronization-failed',
    group: 'synchronization',
    applies: () => true,
    faults: (w) => [{ fault: 'synchronization-failed', at: w.clock, error: 'The remote name could not be resolved.' }],
    shows: [show('synchronization-failed', 'problem', wsusApi)],
  },
  {
    id: 'anonymous-off',
    group: 'anonymous',
    applies: () => true,
    faults: (w) => [{ fault: 'anonymous-off', site: mainSite(w)?.id ?? 0, name: 'ReportingWebService' }],
    shows: [show('anonymous-access-off', 'problem', stopsAll)],
  },
  {
    id: 'health-error',
    group: 'events',
    applies: () => true,
    faults: (w) => [{ fault: 'event', id: 12022, at: w.clock, message: 'The Client Web Service is not working.' }],
    shows: [show('server-health-errors', 'warning', [])],
  },
  {
    id: 'policy-not-used',
    group: 'policy',
    applies: () => true,
    faults: (w) => [{ fault: 'policies', clients: w.clients.slice(0, 2).map((c) => c.name), useWuServer: false, domainMember: false }],
    shows: [show('policy-not-used', 'problem', [])],
  },
  {
    id: 'policy-urls-differ',
    group: 'policy',
    applies: () => true,
    faults: (w) => [{ fault: 'policies', clients: w.clients.slice(0, 3).map((c) => c.name), wuStatusServer: 'http://old-server', domainMember: false }],
    shows: [show('policy-urls-differ', 'problem', [])],
  },
  {
    id: 'proxy-account-without-domain',
    group: 'synchronization',
    applies: () => true,
    faults: () => [{ fault: 'proxy', name: 'proxy01', port: 8080, user: 'wsusproxy', domain: '', hasPassword: true }],
    shows: [show('proxy-account-incomplete', 'warning', wsusApi)],
  },
  {
    id: 'nothing-approved',
    group: 'content',
    applies: () => true,
    faults: () => [{ fault: 'content', approved: 0, done: 0, total: 0 }],
    shows: [show('nothing-approved', 'warning', wsusApi)],
  },
  {
    id: 'drive-full',
    group: 'drive',
    applies: () => true,
    faults: () => [{ fault: 'content', free: 150 * 1024 * 1024 }],
    shows: [show('content-drive-full', 'problem', wsusApi)],
  },
];

/** A healthy World of a drawn generation and layout. At most 60 clients. */
export function healthyWorld(bases: Readonly<Record<'sbs2003' | 'server2022', World>>, seed: number): World {
  const pick = generator(seed);
  const base = pick(2) === 0 ? bases.sbs2003 : bases.server2022;
  const choices = versions[rulesOf(base)];
  const version = choices[pick(choices.length)] ?? choices[0];
  let world: World = { ...base, product: { ...base.product, wsus: { ...base.product.wsus, version } } };
  const traits: FaultChoice[] = [{ fault: 'branch-network', contacted: true }, { fault: 'second-adapter' }];
  if (pick(2) === 0) world = breakWorld(world, { fault: 'wsus-in-default-site' });
  for (const trait of traits) if (pick(2) === 0 && !(trait.fault === 'branch-network' && branch(world))) world = breakWorld(world, trait);
  // The branch is admitted where the site is restricted: an own list without restriction on each vroot, as the release note makes it.
  if (three(world)) {
    const port80 = world.sites.find((s) => s.bindings.some((b) => b.port === 80 && b.host === ''));
    const everyone: Own = { iis: 6, grantByDefault: true, grant: [], deny: [], grantNames: [], denyNames: [] };
    for (const v of world.vroots.filter((x) => x.site === port80?.id && x.path.includes('Update Services')))
      world = breakWorld(world, { fault: 'own-list', node: `W3SVC/${v.site}/ROOT/${v.name}`, own: everyone });
    for (const name of ['Content']) {
      const v = world.vroots.find((x) => x.site === port80?.id && x.name === name);
      if (v) world = breakWorld(world, { fault: 'own-list', node: `W3SVC/${v.site}/ROOT/${v.name}`, own: everyone });
    }
  }
  return world;
}

/** A World with `count` faults drawn from the seed (fewer where no more fit). */
export function randomWorld(bases: Readonly<Record<'sbs2003' | 'server2022', World>>, seed: number, count: number): RandomWorld {
  const pick = generator(seed ^ 0x5bd1e995);
  let world = healthyWorld(bases, seed);
  const planted: Planted[] = [];
  const groups = new Set<string>();
  const left = [...kinds];
  while (groups.size < count && left.length > 0) {
    const [kind] = left.splice(pick(left.length), 1);
    if (!kind || groups.has(kind.group) || !kind.applies(world)) continue;
    groups.add(kind.group);
    for (const fault of kind.faults(world, pick)) world = breakWorld(world, fault);
    planted.push(...kind.shows);
  }
  const present = new Set(planted.map((p) => p.check));
  return {
    world,
    planted: planted.map((p) => ({
      ...p,
      hiddenBy: p.hiddenBy.filter((h) => present.has(h) && (h !== 'web-publishing-stopped' || three(world) || wsusApi === p.hiddenBy)),
    })),
  };
}
