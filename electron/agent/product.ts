/** Windows, IIS and WSUS: which ones. */

var setupKey = 'SOFTWARE\\Microsoft\\Update Services\\Server\\Setup';
var windowsKey = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
var iisKey = 'SOFTWARE\\Microsoft\\InetStp';

/** Primary language ids of Windows (winnt.h) to ISO 639-1; others are told as unknown. */
var languages: { [id: string]: string } = {
  4: 'zh',
  7: 'de',
  9: 'en',
  10: 'es',
  12: 'fr',
  16: 'it',
  17: 'ja',
  18: 'ko',
  19: 'nl',
  21: 'pl',
  22: 'pt',
  25: 'ru'
};

var iisVersions: { [host: string]: number } = {};
/** 6, 7, 7.5, 8, 8.5, 10. */
function iisVersionOf(host: string): number {
  if (!iisVersions[host]) {
    var major = registryNumber(host, iisKey, 'MajorVersion');
    if (major === null) refuse('probe-iis-missing', {});
    iisVersions[host] = Number(major) + (registryNumber(host, iisKey, 'MinorVersion') || 0) / 10;
  }
  return iisVersions[host] as number;
}

/**
 * The database's service by SqlServerName (domain.md 5.2): `SRV\INSTANCE`, a pipe, or a name alone.
 * The names of the pipes are recollection.
 */
function databaseOf(host: string): string {
  var name = registryText(host, setupKey, 'SqlServerName');
  if (name === null) return refuse('probe-wsus-missing', {});
  if (/##WID/i.test(name)) return 'MICROSOFT##WID';
  if (/##SSEE/i.test(name)) return 'MSSQL$MICROSOFT##SSEE';
  var at = name.lastIndexOf('\\');
  var instance = at < 0 ? '' : name.slice(at + 1);
  return instance === '' || sameText(instance, 'MSSQLSERVER') ? 'MSSQLSERVER' : 'MSSQL$' + instance;
}

function wsusOf(host: string): any {
  var version = registryText(host, setupKey, 'VersionString');
  if (version === null) return refuse('probe-wsus-missing', {});
  return {
    version: version,
    port: registryNumber(host, setupKey, 'PortNumber') || 80,
    ssl: registryNumber(host, setupKey, 'UsingSSL') === 1,
    database: databaseOf(host),
    contentDir: registryText(host, setupKey, 'ContentDir') || ''
  };
}

/** The short name of the domain; the class is slow or empty on some machines, then the name that the computer gives. */
function domainOf(host: string): string | null {
  var computer = query(host, 'root\\cimv2', 'SELECT Domain, PartOfDomain FROM Win32_ComputerSystem')[0];
  if (prop(computer, 'PartOfDomain') !== true) return null;
  var found = query(host, 'root\\cimv2', 'SELECT DomainName FROM Win32_NTDomain');
  for (var i = 0; i < found.length; i++) if (textProp(found[i], 'DomainName') !== '') return textProp(found[i], 'DomainName');
  return textProp(computer, 'Domain');
}

/** SuiteMask: 1 Small Business, 32 Small Business Restricted (Win32_OperatingSystem.OSProductSuite). */
function probeProduct(host: string): any {
  var found = query(host, 'root\\cimv2', 'SELECT Caption, Version, OSProductSuite, OSLanguage FROM Win32_OperatingSystem');
  var system = found[0];
  var suite = Number(prop(system, 'OSProductSuite')) || 0;
  return {
    computer: computerNameOf(host),
    domain: domainOf(host),
    system: {
      name: trimmed(textProp(system, 'Caption')),
      version: textProp(system, 'Version'),
      ubr: registryNumber(host, windowsKey, 'UBR'),
      smallBusiness: (suite & 33) !== 0,
      language: languages[String((Number(prop(system, 'OSLanguage')) || 0) & 1023)] || null
    },
    iis: iisVersionOf(host),
    wsus: collectedOf('wsus', function (): any {
      return wsusOf(host);
    })
  };
}
