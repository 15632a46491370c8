/** HKEY_LOCAL_MACHINE of a machine, from the World; writes change it. */
import { idsOf } from '../../shared/simulation/answer';
import type { WorldClient } from '../../shared/simulation/world';
import { comError, SafeArray, textsOf } from './com';
import type { Lab, Machine } from './lab';

type Value = { readonly type: 1; readonly text: string } | { readonly type: 3; readonly hex: string } | { readonly type: 4; readonly number: number };
type Values = Readonly<Record<string, Value>>;

const sz = (text: string): Value => ({ type: 1, text });
const dword = (number: number): Value => ({ type: 4, number });
const given = (values: Readonly<Record<string, Value | null>>): Values =>
  Object.fromEntries(Object.entries(values).filter((e): e is [string, Value] => e[1] !== null));

const update = 'software\\microsoft\\windows\\currentversion\\windowsupdate';
const policy = 'software\\policies\\microsoft\\windows\\windowsupdate';
const fields = { susclientid: 'susClientId', susclientidvalidation: 'validation', pingid: 'pingId', accountdomainsid: 'accountDomainSid' } as const;

const policyFields = {
  [`${policy}\\wuserver`]: 'wuServer',
  [`${policy}\\wustatusserver`]: 'wuStatusServer',
  [`${policy}\\au\\usewuserver`]: 'useWuServer',
} as const;

function serverKeys(lab: Lab): Record<string, Values> {
  const { system, iis, wsus, computer } = lab.world.product;
  const instance = wsus.database.startsWith('MSSQL$') ? `${computer}\\${wsus.database.slice(6)}` : wsus.database;
  return {
    ...Object.fromEntries(dhcpScopes(lab).map((s) => [`${dhcp}\\${s.network}`, given({ SubnetMask: dword(s.mask) })])),
    'software\\microsoft\\windows nt\\currentversion': given({ UBR: system.ubr === null ? null : dword(system.ubr) }),
    'software\\microsoft\\inetstp': { MajorVersion: dword(Math.floor(iis)), MinorVersion: dword(Math.round((iis % 1) * 10)) },
    'software\\microsoft\\update services\\server\\setup': {
      VersionString: sz(wsus.version),
      PortNumber: dword(wsus.port),
      UsingSSL: dword(wsus.ssl ? 1 : 0),
      SqlServerName: sz(wsus.database === 'MSSQLSERVER' ? computer : instance),
      ContentDir: sz(wsus.contentDir),
      TargetDir: sz('C:\\Program Files\\Update Services\\'),
      ServerCertificateName: sz(computer),
    },
  };
}

/** A value of the wrong type, where the client has one. */
function ignored(client: WorldClient, name: string): Value | null {
  const type = client.ignored?.find((i) => i.name === name)?.type;
  return type === 'REG_DWORD' ? dword(1) : type === 'REG_BINARY' ? { type: 3, hex: '01' } : type ? sz('1') : null;
}

const dhcp = 'system\\currentcontrolset\\services\\dhcpserver\\configuration\\subnets';
const dhcpScopes = (lab: Lab) =>
  lab.world.subnets
    .filter((s) => s.learned === 'dhcp')
    .map(({ subnet }) => {
      const [network = '', prefix = '24'] = subnet.split('/');
      return { network, mask: Number.parseInt('1'.repeat(Number(prefix)).padEnd(32, '0'), 2) };
    });

function clientKeys(lab: Lab, name: string): Record<string, Values> {
  const client = lab.client(name);
  if (!client) return {};
  const ids = idsOf(lab.world, lab.happened, client);
  const text = (value: string | null) => (value === null ? null : sz(value));
  return {
    [update]: given({
      SusClientId: text(ids.susClientId),
      SusClientIdValidation: ids.validation === null ? null : { type: 3, hex: ids.validation },
      PingID: text(client.pingId),
      AccountDomainSid: text(client.accountDomainSid),
    }),
    [policy]: given({
      WUServer: ignored(client, 'WUServer') ?? text(client.wuServer),
      WUStatusServer: ignored(client, 'WUStatusServer') ?? text(client.wuStatusServer),
    }),
    [`${policy}\\au`]: given({
      UseWUServer: ignored(client, 'AU\\UseWUServer') ?? (client.useWuServer === null ? null : dword(client.useWuServer ? 1 : 0)),
    }),
  };
}

const bytes = (hex: string) => new SafeArray((hex.match(/../g) ?? []).map((b) => Number.parseInt(b, 16)));
const mismatch = 0x80041005 | 0;

/** What StdRegProv's method returns: ReturnValue and its other results. */
export function callRegistry(lab: Lab, machine: Machine, name: string, inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (inputs.hDefKey !== (0x80000002 | 0)) throw comError(0x80041008, 'only HKEY_LOCAL_MACHINE');
  const keys = machine.kind === 'server' ? serverKeys(lab) : clientKeys(lab, machine.name);
  const key = String(inputs.sSubKeyName).toLowerCase();
  const values = keys[key];
  if (name === 'EnumKey') {
    const scopes = machine.kind === 'server' && key === dhcp ? dhcpScopes(lab) : [];
    return scopes.length === 0 ? { ReturnValue: 2, sNames: null } : { ReturnValue: 0, sNames: new SafeArray(scopes.map((s) => s.network)) };
  }
  if (name === 'EnumValues')
    return values
      ? { ReturnValue: 0, sNames: new SafeArray(Object.keys(values)), Types: new SafeArray(Object.values(values).map((v) => v.type)) }
      : { ReturnValue: 2, sNames: null, Types: null };
  if (name === 'CreateKey') return { ReturnValue: 0 };
  const wanted = String(inputs.sValueName).toLowerCase();
  const value = values && Object.entries(values).find(([n]) => n.toLowerCase() === wanted)?.[1];
  if (name.startsWith('Get')) {
    if (!value) return { ReturnValue: 2, sValue: null, uValue: null };
    const type = { GetStringValue: 1, GetDWORDValue: 4, GetBinaryValue: 3 }[name];
    if (value.type !== type) return { ReturnValue: mismatch, sValue: null, uValue: null };
    return value.type === 1 ? { ReturnValue: 0, sValue: value.text } : { ReturnValue: 0, uValue: value.type === 4 ? value.number : bytes(value.hex) };
  }
  const policyField = policyFields[`${key}\\${wanted}` as keyof typeof policyFields];
  if (machine.kind === 'client' && policyField) {
    const to = name === 'DeleteValue' ? null : name === 'SetDWORDValue' ? inputs.uValue === 1 : String(inputs.sValue);
    lab.changeClient(machine.name, { [policyField]: to });
    return { ReturnValue: 0 };
  }
  const field = fields[wanted as keyof typeof fields];
  if (machine.kind !== 'client' || key !== update || !field) return { ReturnValue: 5 };
  lab.changeClient(machine.name, { [field]: written(name, inputs) });
  return { ReturnValue: 0 };
}

function written(name: string, inputs: Readonly<Record<string, unknown>>): string | null {
  if (name === 'DeleteValue') return null;
  if (name === 'SetStringValue') return String(inputs.sValue);
  return textsOf(inputs.uValue)
    .map((b) => Number(b).toString(16).padStart(2, '0'))
    .join('');
}
