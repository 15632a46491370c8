/** WSUS' own proxy settings through its console interface; never the password. */

/** The group on a Small Business Server whose members may go out through ISA; its name is not translated. */
var internetUsers = 'Internet Users';

/** The text of an element of the settings; null: it is not in the answer, or holds no value. */
function settingText(settings: any, name: string): string | null {
  var found = findElement(settings, name);
  return found ? String(found.text) : null;
}

/** XML writes a boolean as a word or a digit. */
function settingFlag(settings: any, name: string): boolean | null {
  var text = trimmed(settingText(settings, name) || '');
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : null;
}

function settingNumber(settings: any, name: string): number | null {
  var text = trimmed(settingText(settings, name) || '');
  return /^\d{1,5}$/.test(text) ? parseInt(text, 10) : null;
}

/** Where the answer has an element, an empty one says "none"; a missing one says nothing. */
function plainText(settings: any, name: string): string | null {
  var text = settingText(settings, name);
  return text === null ? null : trimmed(text);
}

/** The short domain and name of an account: DOMAIN\\user, user@domain, or both apart. */
function accountParts(user: string, domain: string | null): { name: string; domain: string | null } {
  var slash = user.indexOf('\\');
  if (slash >= 0) return { name: user.slice(slash + 1), domain: user.slice(0, slash) };
  var at = user.indexOf('@');
  return { name: at < 0 ? user : user.slice(0, at), domain: at < 0 && domain ? domain : null };
}

/** A direct member of the group; null: there is no such group. A group in it, or the name in another spelling of its domain: not known. */
function isInternetUser(host: string, asked: { name: string; domain: string | null }): boolean | null {
  var domain = domainOf(host);
  if (domain === null) return null;
  var groups = query(host, 'root\\cimv2', 'SELECT Name, Domain FROM Win32_Group WHERE Name=' + wql(internetUsers) + ' AND Domain=' + wql(domain));
  if (groups.length === 0) return null;
  var group = 'Win32_Group.Domain="' + domain + '",Name="' + internetUsers + '"';
  var members = query(host, 'root\\cimv2', 'SELECT PartComponent FROM Win32_GroupUser WHERE GroupComponent=' + wql(group));
  var unsure = false;
  for (var i = 0; i < members.length; i++) {
    var m = /Win32_(\w+)\.Domain="([^"]*)",Name="([^"]*)"/.exec(textProp(members[i], 'PartComponent'));
    if (!m) continue;
    var named = m[1] === 'UserAccount' && sameText(m[3] as string, asked.name);
    if (named && (asked.domain === null || sameText(m[2] as string, asked.domain))) return true;
    if (named || m[1] !== 'UserAccount') unsure = true;
  }
  return unsure ? refuse('probe-object-missing', { what: internetUsers }) : false;
}

function probeProxy(host: string): any {
  requireWsus(host);
  // Named elements below Configuration (seen on 10.0.26100 by others, domain.md 8); older servers are not confirmed.
  var settings = findElement(callApi(host, 'ExecuteSPGetConfiguration', []), 'Configuration');
  if (!settings) return refuse('probe-wsus-fault', { method: 'ExecuteSPGetConfiguration', text: '' });
  var use = settingFlag(settings, 'UseProxy');
  var anonymous = settingFlag(settings, 'AnonymousProxyAccess');
  var user = plainText(settings, 'ProxyUserName');
  var domain = plainText(settings, 'ProxyUserDomain');
  return {
    use: use,
    name: plainText(settings, 'ProxyName'),
    port: settingNumber(settings, 'ProxyServerPort'),
    anonymous: anonymous,
    user: user,
    domain: domain,
    hasPassword: settingFlag(settings, 'HasProxyPassword'),
    basicAllowed: settingFlag(settings, 'AllowProxyCredentialsOverNonSsl'),
    internetUser: collectedOf(internetUsers, function (): boolean | null {
      return use === false || anonymous === true || !user ? null : isInternetUser(host, accountParts(user, domain));
    })
  };
}
