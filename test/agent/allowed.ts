/**
 * The COM programs, WMI classes, properties and methods the agent may ask for, each with where it is documented
 * (learn.microsoft.com unless said). What is not in here does not exist for the agent under test.
 */

export const programs: Readonly<Record<string, string>> = {
  'WbemScripting.SWbemLocator': 'wmisdk/swbemlocator',
  'Scripting.FileSystemObject': 'FileSystemObject',
  'Scripting.Dictionary': 'Dictionary object',
  'WScript.Shell': 'WshShell object',
  'ADODB.Connection': 'adsi/searching-with-activex-data-objects-ado',
  'ADODB.Command': 'adsi/searching-with-activex-data-objects-ado',
  'Msxml2.DOMDocument.3.0': 'MSXML 3.0, part of Windows from XP on (recollection)',
  'WinHttp.WinHttpRequest.5.1': 'winhttp/winhttprequest',
  'Microsoft.ApplicationHost.AdminManager': 'iis/configuration: scripting with COM',
  'Microsoft.ApplicationHost.WritableAdminManager': 'iis/configuration: scripting with COM',
};

export interface WmiClass {
  readonly namespace: string;
  readonly source: string;
  readonly properties: readonly string[];
  /** Methods with the names of their inputs. */
  readonly methods?: Readonly<Record<string, readonly string[]>>;
}
const cim = 'root\\cimv2';
const iis = 'root\\MicrosoftIISv2';

export const wmiClasses: Readonly<Record<string, WmiClass>> = {
  Win32_ComputerSystem: { namespace: cim, source: 'cimwin32prov/win32-computersystem', properties: ['Name', 'Domain', 'PartOfDomain'] },
  Win32_NTDomain: { namespace: cim, source: 'cimwin32prov/win32-ntdomain', properties: ['DomainName'] },
  Win32_OperatingSystem: {
    namespace: cim,
    source: 'cimwin32prov/win32-operatingsystem',
    properties: ['Caption', 'Version', 'OSProductSuite', 'OSLanguage', 'SystemDirectory'],
  },
  Win32_Service: {
    namespace: cim,
    source: 'cimwin32prov/win32-service',
    properties: ['Name', 'State', 'StartMode'],
    methods: { StartService: [], StopService: [], ChangeStartMode: ['StartMode'] },
  },
  Win32_Process: {
    namespace: cim,
    source: 'cimwin32prov/win32-process',
    properties: ['Name', 'CreationDate'],
    methods: { Create: ['CommandLine'] },
  },
  Win32_NetworkAdapterConfiguration: {
    namespace: cim,
    source: 'cimwin32prov/win32-networkadapterconfiguration',
    properties: ['Index', 'IPEnabled', 'IPAddress', 'IPSubnet', 'DefaultIPGateway'],
  },
  Win32_NetworkAdapter: { namespace: cim, source: 'cimwin32prov/win32-networkadapter', properties: ['Index', 'NetConnectionID'] },
  Win32_IP4RouteTable: { namespace: cim, source: 'wmipiprt/win32-ip4routetable', properties: ['Destination', 'Mask', 'NextHop'] },
  Win32_IP4PersistedRouteTable: { namespace: cim, source: 'wmipiprt/win32-ip4persistedroutetable', properties: ['Destination', 'Mask'] },
  CIM_DataFile: { namespace: cim, source: 'cimwin32prov/cim-datafile', properties: ['Name', 'Drive', 'Path', 'FileName', 'Extension', 'Version'] },
  Win32_LogicalDisk: { namespace: cim, source: 'cimwin32prov/win32-logicaldisk', properties: ['DeviceID', 'FreeSpace'] },
  Win32_Group: { namespace: cim, source: 'cimwin32prov/win32-group', properties: ['Name', 'Domain'] },
  Win32_GroupUser: { namespace: cim, source: 'cimwin32prov/win32-groupuser', properties: ['GroupComponent', 'PartComponent'] },
  Win32_NTLogEvent: {
    namespace: cim,
    source: 'eventlogprov/win32-ntlogevent',
    properties: ['Logfile', 'SourceName', 'EventCode', 'EventType', 'TimeGenerated', 'Message'],
  },
  StdRegProv: {
    namespace: 'root\\default',
    source: 'regprov/stdregprov',
    properties: [],
    methods: {
      GetStringValue: ['hDefKey', 'sSubKeyName', 'sValueName'],
      GetDWORDValue: ['hDefKey', 'sSubKeyName', 'sValueName'],
      GetBinaryValue: ['hDefKey', 'sSubKeyName', 'sValueName'],
      EnumValues: ['hDefKey', 'sSubKeyName'],
      EnumKey: ['hDefKey', 'sSubKeyName'],
      CreateKey: ['hDefKey', 'sSubKeyName'],
      SetDWORDValue: ['hDefKey', 'sSubKeyName', 'sValueName', 'uValue'],
      SetStringValue: ['hDefKey', 'sSubKeyName', 'sValueName', 'sValue'],
      SetBinaryValue: ['hDefKey', 'sSubKeyName', 'sValueName', 'uValue'],
      DeleteValue: ['hDefKey', 'sSubKeyName', 'sValueName'],
    },
  },
  IIsWebServerSetting: {
    namespace: iis,
    source: 'ms525059 (IIS 6 SDK)',
    properties: ['Name', 'ServerComment', 'ServerBindings', 'SecureBindings', 'LogFileDirectory'],
  },
  IIsWebServer: { namespace: iis, source: 'ms524920 (IIS 6 SDK)', properties: ['Name', 'ServerState'] },
  IIsApplicationPoolSetting: { namespace: iis, source: 'ms525644 (IIS 6 SDK)', properties: ['Name', 'AppPoolState'] },
  IIsApplicationPool: { namespace: iis, source: 'ms525644 (IIS 6 SDK)', properties: ['Name'], methods: { Start: [] } },
  IIsWebVirtualDirSetting: { namespace: iis, source: 'ms525005 (IIS 6 SDK)', properties: ['Name', 'Path', 'AuthAnonymous', 'AccessSSL', 'AppPoolId'] },
  IIsIPSecuritySetting: {
    namespace: iis,
    source: 'ms525725, ms525987 (IIS 6 SDK)',
    properties: ['Name', 'GrantByDefault', 'IPGrant', 'IPDeny', 'DomainGrant', 'DomainDeny'],
  },
  IIsComputer: {
    namespace: iis,
    source: 'ms525385 (IIS 6 SDK)',
    properties: ['Name'],
    methods: { Backup: ['BackupLocation', 'BackupVersion', 'BackupFlags'] },
  },
  MicrosoftDNS_AType: { namespace: 'root\\MicrosoftDNS', source: 'dns/microsoftdns-atype', properties: ['OwnerName', 'IPAddress'] },
};
