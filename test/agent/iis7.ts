/** Microsoft.ApplicationHost.AdminManager: the configuration of IIS 7 and later, read and written. */
import type { Entry7, Own7 } from '../../shared/restriction';
import { comError, comObject, kept, method, readOnly } from './com';
import type { Lab } from './lab';

type Value = { readonly get: () => unknown; readonly set?: (value: unknown) => void };
interface Shape {
  readonly name: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly collection?: () => object;
  readonly children?: Readonly<Record<string, () => object>>;
  readonly start?: () => void;
}

function element(shape: Shape): object {
  return comObject(shape.name, {
    Name: readOnly(() => shape.name),
    GetPropertyByName: method([1], (name: string) => {
      const value = shape.values[name];
      if (!value) throw comError(0x80070490, `${shape.name}.${name}`);
      return comObject(name, { Value: { get: value.get, ...(value.set && { set: value.set }) } });
    }),
    Collection: readOnly(() => {
      if (!shape.collection) throw comError(0x80070490, `${shape.name}.Collection`);
      return shape.collection();
    }),
    ChildElements: readOnly(() =>
      comObject('ChildElements', {
        Item: method([1], (name: string) => {
          const child = shape.children?.[name];
          if (!child) throw comError(0x80070490, name);
          return child();
        }),
      }),
    ),
    Methods: readOnly(() =>
      comObject('Methods', {
        Item: method([1], (name: string) => {
          if (name !== 'Start' || !shape.start) throw comError(0x80070490, name);
          return comObject('Start', { CreateInstance: method([0], () => comObject('instance', { Execute: method([0], () => shape.start?.()) })) });
        }),
      }),
    ),
  });
}

const fixed = (values: Readonly<Record<string, unknown>>): Shape['values'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { get: () => value }]));
const listOf = (items: readonly object[]): object =>
  comObject('collection', { Count: readOnly(() => items.length), Item: method([1], (at: number) => items[at]) });

function sites(lab: Lab): object[] {
  const directory = (path: string, physicalPath: string) => element({ name: 'virtualDirectory', values: fixed({ path, physicalPath }) });
  const application = (path: string, applicationPool: string | null, physicalPath: string) =>
    element({ name: 'application', values: fixed({ path, applicationPool: applicationPool ?? '' }), collection: () => listOf([directory('/', physicalPath)]) });
  return lab.world.sites.map((site) =>
    element({
      name: 'site',
      values: fixed({ name: site.name, id: site.id, state: site.state === 'started' ? 1 : 3 }),
      collection: () =>
        listOf([
          application('/', null, '%SystemDrive%\\inetpub\\wwwroot'),
          ...lab.world.vroots.filter((v) => v.site === site.id).map((v) => application(`/${v.name}`, v.pool, v.path)),
        ]),
      children: {
        logFile: () => element({ name: 'logFile', values: fixed({ directory: '%SystemDrive%\\inetpub\\logs\\LogFiles' }) }),
        bindings: () =>
          element({
            name: 'bindings',
            values: {},
            collection: () =>
              listOf(
                site.bindings.map((b) =>
                  element({ name: 'binding', values: fixed({ protocol: b.protocol, bindingInformation: `${b.address || '*'}:${b.port}:${b.host}` }) }),
                ),
              ),
          }),
      },
    }),
  );
}

const pools = (lab: Lab): object[] =>
  lab.world.pools.map((pool) =>
    element({
      name: 'add',
      values: fixed({ name: pool.name, state: pool.state === 'started' ? 1 : 3 }),
      start: () => void lab.step({ operation: 'application-pool.start', machine: '', pool: pool.name, expect: 'stopped', to: 'started' }),
    }),
  );

const vrootAt = (lab: Lab, path: string) =>
  lab.world.vroots.find((v) => `${lab.world.sites.find((s) => s.id === v.site)?.name}/${v.name}`.toLowerCase() === path.toLowerCase());

/** The section of a location being written: own lines in the order written, and the merged view that indexes count in. */
function ipSection(lab: Lab, path: string, changes: (() => void)[]): object {
  const own: { values: Record<string, unknown>; entries: Entry7[] } = { values: {}, entries: [] };
  const parent = lab.world.restrictions.own[path.split('/')[0] ?? ''] as Own7 | undefined;
  let merged = (parent?.entries ?? []).filter((e) => e.verb === 'add');
  changes.push(() => setOwn(lab, path, { iis: 7, ...own.values, entries: own.entries } as Own7));
  const names = ['allowUnlisted', 'denyAction', 'enableProxyMode', 'enableReverseDns'];
  const asElement = (entry: Entry7): object =>
    element({
      name: 'add',
      values: fixed({
        ipAddress: 'address' in entry ? entry.address : '',
        subnetMask: 'mask' in entry ? entry.mask : '',
        domainName: 'domain' in entry ? entry.domain : '',
      }),
    });
  const made = new WeakMap<object, () => Entry7>();
  return element({
    name: 'system.webServer/security/ipSecurity',
    values: Object.fromEntries(names.map((n) => [n, kept(own.values, n) as Value])),
    collection: () =>
      comObject('collection', {
        Count: readOnly(() => merged.length),
        Item: method([1], (at: number) => asElement(merged[at] as Entry7)),
        Clear: method([0], () => {
          merged = [];
          own.entries.push({ verb: 'clear' });
        }),
        DeleteElement: method([1], (at: number) => {
          const [gone] = merged.splice(at, 1);
          if (gone && 'address' in gone) own.entries.push({ verb: 'remove', address: gone.address, mask: gone.mask });
          else if (gone && 'domain' in gone) own.entries.push({ verb: 'remove', domain: gone.domain });
        }),
        CreateNewElement: method([1], () => {
          const values: Record<string, unknown> = {};
          const names2 = ['ipAddress', 'subnetMask', 'domainName', 'allowed'];
          const object = element({
            name: 'add',
            values: Object.fromEntries(names2.map((n) => [n, kept(values, n) as Value])),
          });
          made.set(object, () =>
            values.domainName !== undefined
              ? { verb: 'add', domain: String(values.domainName), allowed: values.allowed === true }
              : { verb: 'add', address: String(values.ipAddress), mask: String(values.subnetMask), allowed: values.allowed === true },
          );
          return object;
        }),
        AddElement: method([2], (object: object, at: number) => {
          const entry = made.get(object)?.();
          if (!entry || at !== -1) throw comError(0x80070057, 'AddElement');
          if (merged.some((m) => 'address' in m && 'address' in entry && m.address === entry.address && m.mask === entry.mask))
            throw comError(0x800700b7, 'duplicate key');
          merged.push(entry as never);
          own.entries.push(entry);
        }),
      }),
  });
}

function setOwn(lab: Lab, path: string, to: Own7 | null): void {
  const own = { ...lab.world.restrictions.own };
  const key = Object.keys(own).find((n) => n.toLowerCase() === path.toLowerCase()) ?? path;
  if (to) own[key] = to;
  else if (!lab.options.keepsOwn) delete own[key];
  lab.change({ restrictions: { ...lab.world.restrictions, own } });
}

function sectionOf(lab: Lab, name: string, full: string, changes: (() => void)[]): object {
  const path = full.replace(/^MACHINE\/WEBROOT\/APPHOST\/?/, '');
  if (name === 'system.applicationHost/sites') return element({ name, values: {}, collection: () => listOf(sites(lab)) });
  if (name === 'system.applicationHost/applicationPools') return element({ name, values: {}, collection: () => listOf(pools(lab)) });
  const vroot = vrootAt(lab, path);
  if (name === 'system.webServer/security/authentication/anonymousAuthentication')
    return element({ name, values: fixed({ enabled: vroot?.anonymous ?? true }) });
  if (name === 'system.webServer/security/access') return element({ name, values: fixed({ sslFlags: vroot?.requiresSsl ? 8 : 0 }) });
  if (name === 'system.webServer/security/ipSecurity') return ipSection(lab, path, changes);
  throw comError(0x80070490, name);
}

/** Locations with a list of their own; taking the section away is part of the next commit. */
function locations(lab: Lab, changes: (() => void)[]): object {
  const all = Object.keys(lab.world.restrictions.own).map((path) =>
    comObject('location', {
      Path: readOnly(() => path),
      Count: readOnly(() => 1),
      Item: method([1], () => element({ name: 'system.webServer/security/ipSecurity', values: {} })),
      DeleteConfigSection: method([1], () => void changes.push(() => setOwn(lab, path, null))),
    }),
  );
  return listOf(all);
}

export function makeManager(lab: Lab, writable: boolean): object {
  if (lab.world.product.iis < 7 || lab.options.remote !== undefined) throw comError(0x800a01ad, 'cannot create object');
  const changes: (() => void)[] = [];
  const settings: Record<string, unknown> = { commitPath: '' };
  return comObject('AdminManager', {
    GetAdminSection: method([2], (name: string, path: string) => sectionOf(lab, name, path, changes)),
    ...(writable && {
      CommitPath: kept(settings, 'commitPath'),
      ConfigManager: readOnly(() =>
        comObject('ConfigManager', {
          GetConfigFile: method([1], () => comObject('ConfigFile', { Locations: readOnly(() => locations(lab, changes)) })),
        }),
      ),
      CommitChanges: method([0], () => {
        if (settings.commitPath !== 'MACHINE/WEBROOT/APPHOST') throw comError(0x80070021, String(settings.commitPath));
        for (const change of changes.splice(0)) change();
      }),
    }),
  });
}
