/** Small answers written by hand, for the tables of test/checks. */
import type { Collected } from '../../shared/probe';
import type { Own6, Own7, Setting } from '../../shared/restriction';

export const ok = <T>(value: T): Collected<T> => ({ outcome: 'ok', value });
export const failed: Collected<never> = { outcome: 'failed', fault: { code: 'probe-service-stopped', facts: { service: 'IISADMIN' } } };
export const denied: Collected<never> = { outcome: 'denied', fault: { code: 'denied-access', facts: { file: 'x' } } };
export const missing: Collected<never> = { outcome: 'missing', fault: { code: 'probe-not-in-evidence', facts: {} } };

/** `running/automatic`, `stopped/disabled`, ...; null: not installed; a Collected as it is. */
export const services = (states: Record<string, string | null | Collected<never>>, wsusutil: unknown = ok({ running: false, since: null })) =>
  ok({
    services: Object.fromEntries(
      Object.entries(states).map(([name, text]) => {
        if (text === null) return [name, ok(null)];
        if (typeof text !== 'string') return [name, text];
        const [state, startMode] = text.split('/');
        return [name, ok({ state, startMode, dependents: [] })];
      }),
    ),
    wsusutil,
  });

export const product = (version: string | null, more: object = {}) =>
  ok({
    computer: 'SRV',
    domain: null,
    system: { name: 'Windows', version: '5.2.3790', ubr: null, smallBusiness: false, language: 'en' },
    iis: 6,
    wsus: version === null ? missing : ok({ version, port: 8530, ssl: false, database: 'x', contentDir: 'D:\\WSUS' }),
    ...more,
  });

export interface SiteShape {
  readonly id: number;
  readonly name: string;
  readonly port: number;
  readonly host?: string;
  readonly state?: Collected<string>;
}
export const webSites = (iis: 6 | 7, sites: readonly SiteShape[], atLeastIis8 = false) =>
  ok({
    iis,
    sites: sites.map((s) => ({
      id: s.id,
      name: s.name,
      root: iis === 6 ? `W3SVC/${s.id}/ROOT` : s.name,
      bindings: [{ protocol: 'http', address: '', port: s.port, host: s.host ?? '' }],
      state: s.state ?? ok('started'),
    })),
    pools: ok([]),
    atLeastIis8,
  });

/** Vroots as [site id, root, names]. */
export const vroots = (...of: readonly (readonly [number, string, readonly string[]])[]) =>
  ok({
    vroots: of.flatMap(([site, root, names]) =>
      names.map((name) => ({ node: `${root}/${name}`, site, name, settings: ok({ path: 'C:\\x', anonymous: true, requiresSsl: false, pool: null }) })),
    ),
    selfUpdateFiles: missing,
  });

export const nine = [
  'Selfupdate',
  'ClientWebService',
  'SimpleAuthWebService',
  'ReportingWebService',
  'Content',
  'DssAuthWebService',
  'ServerSyncWebService',
  'ApiRemoting30',
  'Inventory',
] as const;

const entry = (text: string) => {
  const [address = '', mask = '255.255.255.255'] = text.split('/');
  return { address, mask };
};

/** An own value of IIS 6. A filled grant list denies all others. */
export const own6 = (
  of: Partial<{ grant: string[]; deny: string[]; grantByDefault: boolean; grantNames: Own6['grantNames']; denyNames: Own6['denyNames'] }>,
): Setting => ({
  own: {
    iis: 6,
    grantByDefault: of.grantByDefault ?? (of.grant ?? []).length === 0,
    grant: (of.grant ?? []).map(entry),
    deny: (of.deny ?? []).map(entry),
    grantNames: of.grantNames ?? [],
    denyNames: of.denyNames ?? [],
  },
});
/** A section of IIS 7+: entries as `+address/mask` (allow), `-address/mask` (deny), `~address/mask` (remove), `clear`. */
export const own7 = (entries: readonly string[], more: Partial<Own7> = {}): Setting => ({
  own: {
    iis: 7,
    ...more,
    entries: entries.map((text) => {
      if (text === 'clear') return { verb: 'clear' as const };
      const rest = text.slice(1);
      if (text[0] === '~') return { verb: 'remove' as const, ...entry(rest) };
      if (/[a-z*]/i.test(rest)) return { verb: 'add' as const, domain: rest, allowed: text[0] === '+' };
      return { verb: 'add' as const, ...entry(rest), allowed: text[0] === '+' };
    }),
  },
});

export const restrictions = (iis: 6 | 7, nodes: Record<string, Setting | Collected<never>>, inForce: Collected<boolean> = ok(true)) =>
  ok({
    iis,
    inForce,
    nodes: Object.fromEntries(Object.entries(nodes).map(([name, value]) => [name, typeof value === 'object' && 'outcome' in value ? value : ok(value)])),
  });

export interface NetworkShape {
  readonly adapters?: readonly (readonly [address: string, mask: string, external?: boolean])[] | null;
  readonly subnets?: readonly (readonly [subnet: string, learned: string])[];
  readonly clients?: readonly string[];
}
export const networks = ({ adapters = [], subnets = [], clients = [] }: NetworkShape) =>
  ok({
    adapters: adapters === null ? missing : ok(adapters.map(([address, mask, external = false]) => ({ name: address, address, mask, external }))),
    subnets: subnets.map(([subnet, learned]) => ({ subnet, learned })),
    clients: clients.map((address) => ({ address, learned: 'told' })),
  });

/** Identities as [address, system, agent]. */
export const identities = (...of: readonly (readonly [string, string | null, string | null])[]) =>
  ok({
    clients: of.map(([address, system, agent]) => ({
      name: address,
      addresses: [address],
      identity: ok({ system, agent, susClientId: null, validation: null }),
    })),
    serverList: ok([]),
  });
/** Policies as [name, WUServer]. */
export const policies = (...of: readonly (readonly [string, string])[]) =>
  ok({
    clients: of.map(([name, wuServer]) => ({ name, policy: ok({ wuServer, wuStatusServer: wuServer, useWuServer: true, domainMember: true }) })),
  });
