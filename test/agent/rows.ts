/** Rows of the WMI classes of a machine, from the World. */
import type { Own6 } from '../../shared/restriction';
import { eventsOf, wsusEventSource } from '../../shared/simulation/events';
import type { WorldClient } from '../../shared/simulation/world';
import { comObject, readOnly, SafeArray } from './com';
import type { Lab, Machine } from './lab';
import type { Row } from './wql';

/** An object inside a property, as ServerBinding is. */
const inner = (name: string, values: Row): object =>
  comObject(name, {
    Properties_: readOnly(() =>
      comObject(`${name}.Properties_`, {
        Item: {
          counts: [1],
          call: (property: string) => {
            if (!Object.hasOwn(values, property)) throw new Error(`${name}.${property}`);
            return comObject(property, { Value: readOnly(() => values[property]) });
          },
        },
      }),
    ),
  });

export const cimTime = (iso: string): string => `${iso.replace(/[-T:]/g, '').slice(0, 14)}.000000+000`;
const array = (items: readonly unknown[]): SafeArray | null => (items.length === 0 ? null : new SafeArray(items));
const stateWords = { running: 'Running', stopped: 'Stopped', 'start-pending': 'Start Pending', 'stop-pending': 'Stop Pending', paused: 'Paused' } as const;
const modeWords = { automatic: 'Auto', manual: 'Manual', disabled: 'Disabled' } as const;
const languages: Readonly<Record<string, number>> = { ja: 1041, en: 1033, de: 1031 };

const service = (name: string, s: { state: keyof typeof stateWords; startMode: keyof typeof modeWords }): Row => ({
  Name: name,
  State: stateWords[s.state],
  StartMode: modeWords[s.startMode],
});
const ownName = (lab: Lab, machine: Machine): string => (machine.kind === 'server' ? lab.world.product.computer : machine.name);

function routes(lab: Lab): Row[] {
  return lab.world.subnets
    .filter((s) => s.learned === 'route' || s.learned === 'persistent-route')
    .map(({ subnet }) => {
      const [Destination = '', prefix = '24'] = subnet.split('/');
      const bits = '1'.repeat(Number(prefix)).padEnd(32, '0');
      return { Destination, Mask: [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join('.'), NextHop: '192.168.16.254' };
    });
}

const eventTypes = { error: 1, warning: 2, information: 3 } as const;
const events = (lab: Lab): Row[] =>
  eventsOf(lab.world).map(({ id, level, at, message }) => ({
    Logfile: 'Application',
    SourceName: wsusEventSource,
    EventCode: id,
    EventType: eventTypes[level],
    TimeGenerated: cimTime(at),
    Message: message,
  }));

/** The group of a Small Business Server, where the World has one. */
const groups = ({ world }: Lab): Row[] => (world.internetUsers === null ? [] : [{ Name: 'Internet Users', Domain: world.product.domain }]);
const members = ({ world }: Lab): Row[] =>
  (world.internetUsers ?? []).map((name) => ({
    GroupComponent: `Win32_Group.Domain="${world.product.domain}",Name="Internet Users"`,
    PartComponent: `\\\\${world.product.computer}\\root\\cimv2:Win32_UserAccount.Domain="${world.product.domain}",Name="${name}"`,
  }));

function files(lab: Lab, client: WorldClient | undefined): Row[] {
  if (client)
    return [
      { Name: 'C:\\WINDOWS\\system32\\wuaueng.dll', Drive: 'c:', Path: '\\windows\\system32\\', FileName: 'wuaueng', Extension: 'dll', Version: client.agent },
    ];
  const { folder, files: names } = lab.world.selfUpdateFiles;
  return names.map((file) => {
    const path = `${folder}\\${file.replaceAll('/', '\\')}`;
    const at = path.lastIndexOf('\\');
    const name = path.slice(at + 1);
    return {
      Name: path,
      Drive: path.slice(0, 2),
      Path: path.slice(2, at + 1),
      FileName: name.replace(/\.\w+$/, ''),
      Extension: name.replace(/^.*\./, ''),
      Version: null,
    };
  });
}

/** Lists on IIS 6: own values, and with `showsInherited` an instance with the list in force for every other node. */
function lists6(lab: Lab): Row[] {
  const row = (Name: string, own: Own6): Row => ({
    Name,
    GrantByDefault: own.grantByDefault,
    IPGrant: array(own.grant.map((e) => `${e.address}, ${e.mask}`)),
    IPDeny: array(own.deny.map((e) => `${e.address}, ${e.mask}`)),
    DomainGrant: array(own.grantNames as string[]),
    DomainDeny: array(own.denyNames as string[]),
  });
  const { own } = lab.world.restrictions;
  const rows = Object.entries(own).map(([node, list]) => row(node, list as Own6));
  if (!lab.options.showsInherited) return rows;
  const inherited = lab.world.vroots
    .map((v) => `W3SVC/${v.site}/ROOT/${v.name}`)
    .filter((node) => !own[node])
    .flatMap((node) => {
      const above = own[node.split('/').slice(0, 3).join('/')];
      return above ? [row(node, above as Own6)] : [];
    });
  return [...rows, ...inherited];
}

const onlyServer: Readonly<Record<string, (lab: Lab) => Row[]>> = {
  Win32_Process: (lab) => (lab.world.wsusutil.running ? [{ Name: 'wsusutil.exe', CreationDate: cimTime(lab.world.wsusutil.since ?? lab.world.clock) }] : []),
  Win32_LogicalDisk: (lab) => [{ DeviceID: 'D:', FreeSpace: String(lab.world.content.free) }],
  Win32_NTLogEvent: events,
  Win32_Group: groups,
  Win32_GroupUser: members,
  // The Internet route is there too: it is never a client network.
  Win32_IP4RouteTable: (lab) => [{ Destination: '0.0.0.0', Mask: '0.0.0.0', NextHop: '192.168.16.1' }, ...routes(lab)],
  Win32_IP4PersistedRouteTable: (lab) =>
    routes(lab).filter((_, i) => lab.world.subnets.filter((s) => /route/.test(s.learned))[i]?.learned === 'persistent-route'),
  IIsWebServerSetting: (lab) =>
    lab.world.sites.map((site) => ({
      Name: `W3SVC/${site.id}`,
      ServerComment: site.name,
      LogFileDirectory: '%WinDir%\\System32\\LogFiles',
      ServerBindings: array(
        site.bindings.filter((b) => b.protocol === 'http').map((b) => inner('ServerBinding', { IP: b.address, Port: String(b.port), Hostname: b.host })),
      ),
      SecureBindings: array(site.bindings.filter((b) => b.protocol === 'https').map((b) => inner('SecureBinding', { IP: b.address, Port: `${b.port}:` }))),
    })),
  IIsWebServer: (lab) => lab.world.sites.map((site) => ({ Name: `W3SVC/${site.id}`, ServerState: site.state === 'started' ? 2 : 4 })),
  IIsApplicationPoolSetting: (lab) => lab.world.pools.map((p) => ({ Name: `W3SVC/AppPools/${p.name}`, AppPoolState: p.state === 'started' ? 2 : 4 })),
  IIsApplicationPool: (lab) => lab.world.pools.map((p) => ({ Name: `W3SVC/AppPools/${p.name}` })),
  IIsWebVirtualDirSetting: (lab) => [
    ...lab.world.sites.map((s) => ({ Name: `W3SVC/${s.id}/ROOT`, Path: 'c:\\inetpub\\wwwroot', AuthAnonymous: true, AccessSSL: false, AppPoolId: null })),
    ...lab.world.vroots.map((v) => ({
      Name: `W3SVC/${v.site}/ROOT/${v.name}`,
      Path: v.path,
      AuthAnonymous: v.anonymous,
      AccessSSL: v.requiresSsl,
      AppPoolId: v.pool,
    })),
  ],
  IIsIPSecuritySetting: lists6,
  IIsComputer: () => [{ Name: 'LM' }],
  MicrosoftDNS_AType: (lab) => [
    { OwnerName: '@', IPAddress: lab.world.adapters[0]?.address },
    { OwnerName: `${lab.world.product.computer.toLowerCase()}.contoso.local`, IPAddress: lab.world.adapters[0]?.address },
    ...lab.world.clients.flatMap((c) => c.addresses.map((IPAddress) => ({ OwnerName: `${c.name.toLowerCase()}.contoso.local`, IPAddress }))),
  ],
};

export function rowsOf(lab: Lab, machine: Machine, className: string): Row[] {
  const client = machine.kind === 'client' ? lab.client(machine.name) : undefined;
  const { system, domain } = lab.world.product;
  const member = client ? client.domainMember : domain !== null;
  switch (className) {
    case 'Win32_ComputerSystem':
      return [{ Name: ownName(lab, machine), Domain: member ? `${(domain ?? 'contoso').toLowerCase()}.local` : 'WORKGROUP', PartOfDomain: member }];
    case 'Win32_NTDomain':
      return [{ DomainName: null }, ...(domain === null ? [] : [{ DomainName: domain }])];
    case 'Win32_OperatingSystem':
      return [
        {
          Caption: client ? 'Microsoft Windows ' : `${system.name} `,
          Version: client ? client.system : system.version,
          OSProductSuite: system.smallBusiness ? 305 : 272,
          OSLanguage: languages[system.language ?? ''] ?? 0,
          SystemDirectory: 'C:\\WINDOWS\\system32',
        },
      ];
    case 'Win32_Service':
      return client ? [service('wuauserv', client.wuauserv)] : Object.entries(lab.world.services).map(([name, s]) => service(name, s));
    case 'Win32_NetworkAdapterConfiguration': {
      const adapters = client ? client.addresses.map((address) => ({ address, mask: '255.255.255.0' })) : lab.world.adapters;
      return adapters.map((a, i) => ({
        Index: i + 1,
        IPEnabled: true,
        IPAddress: array([a.address]),
        IPSubnet: array([a.mask]),
        DefaultIPGateway: array(i === adapters.length - 1 ? ['192.168.16.1'] : []),
      }));
    }
    case 'Win32_NetworkAdapter':
      return [{ Index: 0, NetConnectionID: null }, ...lab.world.adapters.map((a, i) => ({ Index: i + 1, NetConnectionID: a.name }))];
    case 'CIM_DataFile':
      return files(lab, client);
    default:
      return machine.kind === 'server' ? (onlyServer[className]?.(lab) ?? []) : [];
  }
}
