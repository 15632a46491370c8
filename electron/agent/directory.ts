/** Computers of Active Directory: an offered list of clients, read by pages with the account that runs this. */

var directoryPage = 500;
/** More than any network this wizard is made for; the answer says where it was cut. */
var maxComputers = 2000;
/** Computers whose account is not disabled (userAccountControl bit 2, by the bitwise rule of LDAP). */
var enabledComputers = '(&(objectCategory=computer)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))';

function fieldText(records: any, name: string): string {
  var value = records.Fields.Item(name).Value;
  return value === null || value === undefined ? '' : String(value);
}

/** A search of the whole domain that comes in pages: without them a server stops at 1,000. */
function searchComputers(base: string): any {
  var connection = new ActiveXObject('ADODB.Connection');
  connection.Provider = 'ADsDSOObject';
  connection.Open('Active Directory Provider');
  var command = new ActiveXObject('ADODB.Command');
  command.ActiveConnection = connection;
  command.Properties.Item('Page Size').Value = directoryPage;
  command.CommandText = '<' + base + '>;' + enabledComputers + ';name,dNSHostName;subtree';
  return command.Execute();
}

function computersOf(host: string): any {
  var at = 'LDAP://' + (host === '.' ? '' : host + '/');
  var naming = String(GetObject(at + 'rootDSE').Get('defaultNamingContext'));
  var records = searchComputers(at + naming);
  var computers: any[] = [];
  for (; !records.EOF && computers.length < maxComputers; records.MoveNext()) {
    var name = fieldText(records, 'name');
    if (name !== '') computers.push({ name: name, host: fieldText(records, 'dNSHostName') || name });
  }
  return { computers: computers, more: !records.EOF };
}

/** One line with all of them, or with the reason why there are none. */
function putComputers(host: string): void {
  var found = collectedOf('active-directory', function (): any {
    // LDAP would need the typed account a second time.
    if (account.user !== '') refuse('probe-not-supported', { what: 'active-directory' });
    return computersOf(host);
  });
  put(found.outcome === 'ok' ? found.value : { computers: [], more: false, fault: found.fault });
}
