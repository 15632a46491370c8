/** SWbemLocator and what hangs on it. */
import type { Own6 } from '../../shared/restriction';
import { wmiClasses } from './allowed';
import { ComSet, comError, comObject, kept, method, notFound, readOnly, textsOf, unknownName } from './com';
import type { Lab, Machine } from './lab';
import { callRegistry } from './registry';
import { rowsOf } from './rows';
import type { Row } from './wql';
import { readSelect } from './wql';

/** Privacy and impersonation, as set; IIS' namespace refuses less (domain.md 2). */
function security(): { object: object; level: () => number } {
  const values: Record<string, unknown> = { level: 0, impersonation: 0 };
  const object = comObject('SWbemSecurity', { AuthenticationLevel: kept(values, 'level'), ImpersonationLevel: kept(values, 'impersonation') });
  return { object, level: () => Number(values.level) };
}

const properties = (name: string, values: Record<string, unknown>, writable = false): object =>
  comObject(`${name}.Properties_`, {
    Item: method([1], (property: string) => {
      if (!Object.hasOwn(values, property)) throw comError(notFound, `${name}.${property}`);
      return comObject(property, {
        Value: {
          get: () => values[property],
          ...(writable && {
            set: (value: unknown) => {
              values[property] = value;
            },
          }),
        },
      });
    }),
  });

export function makeLocator(lab: Lab): object {
  const own = security();
  return comObject('SWbemLocator', {
    Security_: readOnly(() => own.object),
    ConnectServer: method([2, 4], (host: string, namespace: string, user?: string, password?: string) => {
      if (own.level() !== 6) throw comError(0x80041003, 'packet privacy is missing');
      return makeServices(lab, lab.connect(host, namespace, user, password), namespace);
    }),
  });
}

function classIn(namespace: string, name: string) {
  const found = Object.entries(wmiClasses).find(([n, c]) => n.toLowerCase() === name.toLowerCase() && c.namespace.toLowerCase() === namespace.toLowerCase());
  if (!found) throw comError(0x80041010, name);
  return { name: found[0], ...found[1] };
}

function makeServices(lab: Lab, machine: Machine, namespace: string): object {
  const level = security();
  const select = (text: string) => {
    const read = readSelect(text, (name) => classIn(namespace, name).properties);
    const { name } = classIn(namespace, read.from);
    lab.asked.add(name);
    const refused = lab.options.classes?.[name];
    if (refused !== undefined) throw comError(refused, name);
    const rows = rowsOf(lab, machine, name).filter(read.where);
    return new ComSet(rows.map((row) => makeObject(lab, machine, name, row, read.columns)));
  };
  return comObject('SWbemServices', {
    Security_: readOnly(() => level.object),
    ExecQuery: method([1], (text: string) => {
      const associators = /^ASSOCIATORS OF \{Win32_Service\.Name='(.+)'\} WHERE AssocClass=Win32_DependentService Role=Antecedent$/.exec(text);
      if (!associators) return select(text);
      const names = machine.kind === 'server' ? (lab.world.services[(associators[1] ?? '').replaceAll('\\\\', '\\')]?.dependents ?? []) : [];
      return new ComSet(names.map((Name) => makeObject(lab, machine, 'Win32_Service', { Name, State: '', StartMode: '' }, ['Name'])));
    }),
    Get: method([1], (path: string) => {
      const [, name = '', key] = /^(\w+)(?:\.Name='(.*)')?$/.exec(path) ?? [];
      const found = classIn(namespace, name);
      lab.asked.add(found.name);
      if (key === undefined) return makeClass(lab, machine, found.name);
      const row = rowsOf(lab, machine, found.name).find((r) => String(r.Name).toLowerCase() === key.toLowerCase());
      if (!row) throw comError(notFound, path);
      return makeObject(lab, machine, found.name, row, found.properties);
    }),
  });
}

/** Inputs of a method, filled by name. */
function inputsOf(className: string, name: string): object {
  const known = wmiClasses[className]?.methods?.[name];
  if (!known) throw comError(notFound, `${className}.${name}`);
  return comObject('SWbemMethod', {
    InParameters: readOnly(() =>
      comObject('InParameters', {
        SpawnInstance_: method([0], () => {
          const values: Record<string, unknown> = Object.fromEntries(known.map((n) => [n, undefined]));
          const object = comObject('inputs', Object.fromEntries(known.map((n) => [n, kept(values, n)])));
          given.set(object, values);
          return object;
        }),
      }),
    ),
  });
}
const given = new WeakMap<object, Record<string, unknown>>();

const methodsOf = (className: string): object => comObject('SWbemMethodSet', { Item: method([1], (name: string) => inputsOf(className, name)) });
const result = (values: Record<string, unknown>): object => comObject('outputs', { Properties_: readOnly(() => properties('outputs', values)) });

function makeClass(lab: Lab, machine: Machine, className: string): object {
  return comObject(className, {
    Methods_: readOnly(() => methodsOf(className)),
    ExecMethod_: method([1, 2], (name: string, inputs?: object) => result(runMethod(lab, machine, className, '', name, inputs))),
    SpawnInstance_: method([0], () => makeList(lab, Object.fromEntries((wmiClasses[className]?.properties ?? []).map((p) => [p, null])))),
  });
}

function makeObject(lab: Lab, machine: Machine, className: string, row: Row, columns: readonly string[]): object {
  if (className === 'IIsIPSecuritySetting') return makeList(lab, { ...row });
  const shown = Object.fromEntries(columns.map((c) => [c, row[c] ?? null]));
  return comObject(className, {
    Properties_: readOnly(() => properties(className, shown)),
    Methods_: readOnly(() => methodsOf(className)),
    ExecMethod_: method([1, 2], (name: string, inputs?: object) => result(runMethod(lab, machine, className, String(row.Name ?? ''), name, inputs))),
  });
}

/** IIsIPSecuritySetting: written with Put_, taken away with Delete_. */
function makeList(lab: Lab, values: Record<string, unknown>): object {
  return comObject('IIsIPSecuritySetting', {
    Properties_: readOnly(() => properties('IIsIPSecuritySetting', values, true)),
    Put_: method([0], () => {
      setList(lab, String(values.Name), {
        iis: 6,
        grantByDefault: values.GrantByDefault === true,
        grant: entries(values.IPGrant),
        deny: entries(values.IPDeny),
        grantNames: textsOf(values.DomainGrant),
        denyNames: textsOf(values.DomainDeny),
      });
    }),
    Delete_: method([0], () => setList(lab, String(values.Name), null)),
  });
}

const entries = (value: unknown) =>
  textsOf(value).map((text) => {
    const [address = '', mask = ''] = text.split(/,\s*/);
    return { address, mask };
  });

/** An existing key keeps its place, so that taking a change back gives the same bytes. */
export function setList(lab: Lab, node: string, to: Own6 | null): void {
  const own = { ...lab.world.restrictions.own };
  const key = Object.keys(own).find((n) => n.toLowerCase() === node.toLowerCase()) ?? node;
  if (to) own[key] = to;
  else if (!lab.options.keepsOwn) delete own[key];
  lab.change({ restrictions: { ...lab.world.restrictions, own } });
}

function runMethod(lab: Lab, machine: Machine, className: string, key: string, name: string, inputs?: object): Record<string, unknown> {
  const known = wmiClasses[className]?.methods?.[name];
  const values = inputs ? given.get(inputs) : {};
  if (!known || !values || known.length > 0 !== (inputs !== undefined)) throw comError(unknownName, `${className}.${name}`);
  if (className === 'StdRegProv') return callRegistry(lab, machine, name, values);
  if (className === 'Win32_Service') return { ReturnValue: moveService(lab, machine, key, name, values) };
  if (className === 'IIsApplicationPool') return { ReturnValue: startPool(lab, key) };
  if (className === 'IIsComputer') return backUp(lab, String(values.BackupLocation));
  if (className === 'Win32_Process') return { ReturnValue: createProcess(lab, machine, String(values.CommandLine)) };
  throw comError(unknownName, className);
}

const backUp = (lab: Lab, name: string) => {
  lab.backups.push(name);
  return { ReturnValue: 0 };
};
function startPool(lab: Lab, key: string): number {
  const pool = key.replace(/^W3SVC\/AppPools\//, '');
  return lab.step({ operation: 'application-pool.start', machine: '', pool, expect: 'stopped', to: 'started' });
}

function moveService(lab: Lab, machine: Machine, service: string, name: string, values: Record<string, unknown>): number {
  const computer = machine.kind === 'server' ? lab.world.product.computer : machine.name;
  const base = { machine: computer, service: service as 'W3SVC' };
  if (name === 'StartService') return lab.step({ ...base, operation: 'service.start', expect: 'stopped', to: 'running' });
  if (name === 'StopService') return lab.step({ ...base, operation: 'service.stop', expect: 'running', to: 'stopped' });
  const now = machine.kind === 'server' ? lab.world.services[service]?.startMode : lab.client(machine.name)?.wuauserv.startMode;
  const to = ({ Automatic: 'automatic', Manual: 'manual', Disabled: 'disabled' } as const)[values.StartMode as 'Manual'];
  return to && now ? lab.step({ ...base, operation: 'service.set-start-mode', expect: now, to }) : 21;
}

function createProcess(lab: Lab, machine: Machine, command: string): number {
  lab.commands.push(command);
  if (machine.kind === 'client' && /wuauclt|usoclient/.test(command))
    return lab.step({ operation: 'client.detect-now', machine: machine.name, resetAuthorization: true, expect: 'nothing', to: 'nothing' });
  return 0;
}
