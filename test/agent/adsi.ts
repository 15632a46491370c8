/** GetObject: IIS 6 through ADSI on the server itself, and Active Directory's subnets. */
import type { Own6 } from '../../shared/restriction';
import { ComSet, comError, comObject, method, readOnly, SafeArray, textsOf, typeMismatch } from './com';
import type { Lab } from './lab';
import { setList } from './wmi';

const members = ['GrantByDefault', 'IPGrant', 'IPDeny', 'DomainGrant', 'DomainDeny'] as const;

/** The IPSecurity object: a copy, in force only once it was assigned back and SetInfo was called. */
function securityOf(own: Own6, values: Record<string, unknown>): object {
  const text = (items: Own6['grant']) => new SafeArray(items.map((e) => `${e.address}, ${e.mask}`));
  Object.assign(values, {
    GrantByDefault: own.grantByDefault,
    IPGrant: text(own.grant),
    IPDeny: text(own.deny),
    DomainGrant: new SafeArray(own.grantNames as string[]),
    DomainDeny: new SafeArray(own.denyNames as string[]),
  });
  return comObject(
    'IISIPSecurity',
    Object.fromEntries(
      members.map((name) => [
        name,
        {
          get: () => values[name],
          set: (value: unknown) => {
            if (name !== 'GrantByDefault' && !(value instanceof SafeArray)) throw comError(typeMismatch, name);
            values[name] = value;
          },
        },
      ]),
    ),
  );
}

const entries = (value: unknown) =>
  textsOf(value).map((text) => {
    const [address = '', mask = ''] = text.split(/,\s*/);
    return { address, mask };
  });
const listOf = (values: Record<string, unknown>): Own6 => ({
  iis: 6,
  grantByDefault: values.GrantByDefault === true,
  grant: entries(values.IPGrant),
  deny: entries(values.IPDeny),
  grantNames: textsOf(values.DomainGrant),
  denyNames: textsOf(values.DomainDeny),
});

const everyone: Own6 = { iis: 6, grantByDefault: true, grant: [], deny: [], grantNames: [], denyNames: [] };

function inForce(lab: Lab, node: string): Own6 {
  const { own } = lab.world.restrictions;
  const parts = node.split('/');
  for (let i = parts.length; i > 0; i--) {
    const name = parts.slice(0, i).join('/').toLowerCase();
    const found = Object.entries(own).find(([n]) => n.toLowerCase() === name);
    if (found) return found[1] as Own6;
  }
  return everyone;
}

function iisNode(lab: Lab, node: string): object {
  // What SetInfo will do.
  let pending: (() => void) | null = null;
  const values: Record<string, unknown> = {};
  const security = securityOf(inForce(lab, node), values);
  return comObject('IIS node', {
    IPSecurity: {
      get: () => security,
      set: (value) => {
        if (value !== security) throw comError(typeMismatch, 'IPSecurity');
        pending = () => setList(lab, node, listOf(values));
      },
    },
    PutEx: method([3], (control: number, name: string) => {
      if (control !== 1 || name !== 'IPSecurity') throw comError(0x80005006, name);
      pending = () => setList(lab, node, null);
    }),
    SetInfo: method([0], () => {
      pending?.();
      pending = null;
    }),
    GetDataPaths: method([2], (name: string, kind: number) => {
      if (name !== 'IPSecurity' || kind !== 0) throw comError(0x80005006, name);
      const owners = Object.keys(lab.world.restrictions.own).filter((n) => n.toLowerCase().startsWith(node.toLowerCase()));
      if (owners.length === 0) throw comError(0x800cc801, 'no data');
      return new SafeArray(owners.map((n) => `IIS://LOCALHOST/${n}`));
    }),
  });
}

/** Whether IIS knows a node. */
function knows(lab: Lab, node: string): boolean {
  const parts = node.toLowerCase().split('/');
  if (parts[0] !== 'w3svc') return false;
  if (parts.length === 1) return true;
  const site = lab.world.sites.find((s) => String(s.id) === parts[1]);
  if (!site || (parts.length > 2 && parts[2] !== 'root')) return false;
  const name = parts.slice(3).join('/');
  return name === '' || lab.world.vroots.some((v) => v.site === site.id && v.name.toLowerCase() === name);
}

const directory = (lab: Lab): ComSet =>
  new ComSet(
    lab.world.subnets
      .filter((s) => s.learned === 'active-directory')
      .map(({ subnet }) => comObject('subnet', { Name: readOnly(() => `CN=${subnet.replace('/', '\\/')}`) })),
  );

export function getObject(lab: Lab, path: string): unknown {
  lab.asked.add(`${path.split('://')[0]}://`);
  if (path === 'IIS://localhost')
    return comObject('IIsComputer', {
      Backup: method([3], (name: string) => {
        lab.backups.push(name);
      }),
    });
  const iis = /^IIS:\/\/localhost\/(.+)$/.exec(path);
  if (iis) {
    // ADSI reaches IIS 6 only where its service runs, and only on the server itself.
    if (lab.options.remote !== undefined || lab.world.product.iis >= 7) throw comError(0x80070003, path);
    if (!knows(lab, iis[1] as string)) throw comError(0x80070003, path);
    return iisNode(lab, iis[1] as string);
  }
  const at = lab.options.remote === undefined ? 'LDAP://' : `LDAP://${lab.options.remote}/`;
  if (path === `${at}rootDSE`)
    return comObject('rootDSE', {
      Get: method([1], (name: string) => {
        if (name === 'configurationNamingContext') return 'CN=Configuration,DC=contoso,DC=local';
        if (name === 'defaultNamingContext') return 'DC=contoso,DC=local';
        throw comError(0x8000500d, name);
      }),
    });
  if (path === `${at}CN=Subnets,CN=Sites,CN=Configuration,DC=contoso,DC=local`) return directory(lab);
  throw comError(0x80004005, path);
}
