/** ADODB over Active Directory: the computers of a World that are in its domain, in pages or cut at 1,000. */
import { comError, comObject, kept, method, readOnly } from './com';
import type { Lab } from './lab';

/** The server stops here unless pages are asked for. */
const unpaged = 1000;

function recordset(rows: readonly Readonly<Record<string, string>>[]): object {
  let at = 0;
  return comObject('Recordset', {
    EOF: readOnly(() => at >= rows.length),
    MoveNext: method([0], () => void at++),
    Fields: readOnly(() =>
      comObject('Fields', {
        Item: method([1], (name: string) => {
          if (!Object.hasOwn(rows[at] ?? {}, name)) throw comError(0x800a0cc1, name);
          return comObject('Field', { Value: readOnly(() => rows[at]?.[name] ?? null) });
        }),
      }),
    ),
  });
}

export function makeAdoConnection(): object {
  const values: Record<string, unknown> = { provider: '' };
  return comObject('Connection', {
    Provider: kept(values, 'provider'),
    Open: method([1], () => {
      if (values.provider !== 'ADsDSOObject') throw comError(0x800a0e7a, String(values.provider));
    }),
  });
}

export function makeAdoCommand(lab: Lab): object {
  const values: Record<string, unknown> = { connection: null, text: '', page: 0 };
  const host = lab.options.remote === undefined ? '' : `${lab.options.remote}/`;
  const wanted = `<LDAP://${host}DC=contoso,DC=local>;(&(objectCategory=computer)(!(userAccountControl:1.2.840.113556.1.4.803:=2)));name,dNSHostName;subtree`;
  return comObject('Command', {
    ActiveConnection: kept(values, 'connection'),
    CommandText: kept(values, 'text'),
    Properties: readOnly(() =>
      comObject('Properties', {
        Item: method([1], (name: string) => {
          if (name !== 'Page Size') throw comError(0x800a0cc1, name);
          return comObject(name, { Value: kept(values, 'page') });
        }),
      }),
    ),
    Execute: method([0], () => {
      if (values.text !== wanted) throw comError(0x80040e14, String(values.text));
      if (lab.options.directory !== undefined) throw comError(lab.options.directory, 'the server is not operational');
      const { computer } = lab.world.product;
      const names = [computer, ...lab.world.clients.filter((c) => c.domainMember).map((c) => c.name)];
      return recordset(names.slice(0, values.page ? undefined : unpaged).map((name) => ({ name, dNSHostName: `${name}.contoso.local` })));
    }),
  });
}
