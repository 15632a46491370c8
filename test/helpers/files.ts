/**
 * Writes the files a server keeps, from a World: MetaBase.xml of IIS 6 with its IPSecurity values, applicationHost.config
 * of IIS 7 and later. Writes only, never reads or decodes, and takes nothing from shared/formats.
 */
import type { Own6, Own7 } from '../../shared/restriction';
import type { World } from '../../shared/simulation/world';

/** Secrets that stand in every file written here and must never be seen again. */
export const secrets = ['S3cret-Anonymous-9f1', 'S3cret-Wam-7c2', 'S3cret-Unc-5d3', 'S3cret-Odbc-1e4', 'S3cret-Pool-8a5'] as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// ---- the IPSecurity value (formats.md 1)

const u32 = (n: number): string => [n, n >>> 8, n >>> 16, n >>> 24].map((b) => (b & 255).toString(16).padStart(2, '0')).join('');
const octets = (dotted: string): string =>
  dotted
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('');
const high = 0x80000000;

type Items = readonly { readonly address: string; readonly mask: string }[];
const masksOf = (items: Items): string[] => [...new Set(items.map((i) => i.mask))];

/** One sublist a mask, each pointing at its mask and addresses in the data area. */
function table(items: Items, dataAt: number): { text: string; data: string; size: number } {
  let text = u32(masksOf(items).length) + u32(items.length);
  let data = '';
  for (const mask of masksOf(items)) {
    const own = items.filter((i) => i.mask === mask);
    text += u32(2) + u32(1 + own.length) + u32(4) + u32(0) + u32(high + dataAt + data.length / 2);
    data += octets(mask) + own.map((i) => octets(i.address)).join('');
  }
  return { text, data, size: text.length / 2 };
}

/** Hex of an own value; empty text where it admits everybody. */
export function ipSecurityHex(own: { readonly grantByDefault: boolean; readonly grant: Items; readonly deny: Items }): string {
  if (own.grantByDefault && own.deny.length === 0 && own.grant.length === 0) return '';
  const sizeOf = (items: Items) => 8 + 20 * masksOf(items).length;
  const [denyAt, grantAt] = [24, 24 + sizeOf(own.deny)];
  const namesAt = grantAt + sizeOf(own.grant);
  const dataAt = namesAt + 16;
  const deny = table(own.deny, dataAt);
  const grant = table(own.grant, dataAt + deny.data.length / 2);
  const names = u32(0) + u32(0);
  return [
    u32(high + denyAt),
    u32(high + grantAt),
    u32(high + namesAt),
    u32(high + namesAt + 8),
    u32(1),
    u32(dataAt),
    deny.text,
    grant.text,
    names,
    names,
    deny.data,
    grant.data,
  ].join('');
}

// ---- MetaBase.xml

type Attributes = Readonly<Record<string, string | undefined>>;

/** One attribute a line, a tab between name and value, as IIS writes it. */
const key = (type: string, location: string, attributes: Attributes): string =>
  `<${type}\tLocation\t="${escaped(location)}"\n${Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `\t\t${name}\t="${escaped(value as string)}"\n`)
    .join('')}\t>\n</${type}>\n`;

const flags = (on: boolean, name: string, off: string): string => (on ? name : off);

/** `extra`: IPSecurity values by node that replace the World's. */
export function metabaseText(world: World, extra: Readonly<Record<string, string>> = {}): string {
  const lists: Record<string, string> = {
    ...Object.fromEntries(Object.entries(world.restrictions.own).map(([node, own]) => [node, ipSecurityHex(own as Own6)])),
    ...extra,
  };
  const written = new Set<string>();
  const listOf = (node: string): string | undefined => {
    written.add(node);
    return lists[node];
  };
  const sites = world.sites.map((site) => {
    const of = (protocol: string) =>
      site.bindings
        .filter((b) => b.protocol === protocol)
        .map((b) => `${b.address}:${b.port}:${b.host}`)
        .join('\n\t\t\t');
    const node = `W3SVC/${site.id}`;
    const root = `${node}/ROOT`;
    const vroots = world.vroots
      .filter((v) => v.site === site.id)
      .map((v) =>
        key('IIsWebVirtualDir', `/LM/${root}/${v.name}`, {
          AccessFlags: 'AccessRead | AccessScript',
          AccessSSLFlags: v.requiresSsl ? 'AccessSSL' : undefined,
          AppFriendlyName: v.name,
          AppPoolId: v.pool ?? undefined,
          AuthFlags: flags(v.anonymous, 'AuthAnonymous | AuthNTLM', 'AuthNTLM'),
          IPSecurity: listOf(`${root}/${v.name}`),
          Path: v.path,
          UNCPassword: secrets[2],
        }),
      );
    return [
      key('IIsWebServer', `/LM/${node}`, {
        AuthFlags: '0',
        IPSecurity: listOf(node),
        SecureBindings: of('https') || undefined,
        ServerBindings: of('http') || undefined,
        ServerComment: site.name,
      }),
      key('IIsWebVirtualDir', `/LM/${root}`, { AuthFlags: 'AuthAnonymous | AuthNTLM', IPSecurity: listOf(root), Path: 'c:\\inetpub\\wwwroot' }),
      ...vroots,
    ].join('');
  });
  const service = listOf('W3SVC');
  const deeper = Object.keys(lists)
    .filter((node) => !written.has(node))
    .map((node) => key(node.includes('.') ? 'IIsWebFile' : 'IIsWebDirectory', `/LM/${node}`, { IPSecurity: lists[node] }));
  // A relay list of the mail service has the same encoding and is none of ours.
  const relay = ipSecurityHex({ grantByDefault: false, grant: [{ address: '127.0.0.1', mask: '255.255.255.255' }], deny: [] });
  return `\uFEFF<?xml version ="1.0"?>
<configuration xmlns="urn:microsoft-catalog:XML_Metabase_V54_0">
<MBProperty>
${key('IIS_Global', '.', { BINSchemaTimeStamp: 'ac8ba3e8a7a7c401', ChangeNumber: '1874', HistoryMajorVersionNumber: '1', SessionKey: '4912000000010100' })}${key('IIS_ROOT', '/', { AdminACL: '49634462f0000000' })}${key('IIsComputer', '/LM', { EnableEditWhileRunning: '0' })}${key('IIsSmtpServer', '/LM/SmtpSvc/1', { RelayIpList: relay, IPSecurity: relay, LogOdbcPassword: secrets[3] })}${key('IIsWebService', '/LM/W3SVC', { AnonymousUserName: 'IUSR_SBS01', AnonymousUserPass: secrets[0], AuthFlags: 'AuthAnonymous | AuthNTLM', IPSecurity: service, WAMUserName: 'IWAM_SBS01', WAMUserPass: secrets[1] })}${sites.join('')}${deeper.join('')}</MBProperty>
</configuration>
`;
}

// ---- applicationHost.config

const attribute = (name: string, value: string | boolean | undefined): string => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`);

/** A section as IIS writes it; `allowed` is left out where it is not given. */
export function ipSecurityXml(
  section: { readonly allowUnlisted?: boolean | undefined; readonly lines: readonly object[] } & Partial<
    Pick<Own7, 'denyAction' | 'enableProxyMode' | 'enableReverseDns'>
  >,
  indent = '',
): string {
  const lines = (section.lines as readonly Record<string, string | boolean | undefined>[]).map(({ verb, address, mask, domain, allowed }) =>
    verb === 'clear'
      ? `${indent}  <clear />\n`
      : `${indent}  <${verb}${attribute('ipAddress', address)}${attribute('subnetMask', mask)}${attribute('domainName', domain)}${verb === 'add' ? attribute('allowed', allowed) : ''} />\n`,
  );
  const head = `${indent}<ipSecurity${attribute('allowUnlisted', section.allowUnlisted)}${attribute('denyAction', section.denyAction)}${attribute('enableProxyMode', section.enableProxyMode)}${attribute('enableReverseDns', section.enableReverseDns)}`;
  return lines.length === 0 ? `${head} />\n` : `${head}>\n${lines.join('')}${indent}</ipSecurity>\n`;
}

/** `sections`: ready text by location that replaces the World's. */
export function applicationHostText(world: World, sections: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(world.restrictions.own).map(([node, own]) => [node, ipSecurityXml({ ...(own as Own7), lines: (own as Own7).entries }, '        ')]),
    ),
    ...sections,
  };
  const security = (node: string, open: string, close: string): string =>
    `${open}    <system.webServer>\n      <security>\n${all[node]}      </security>\n    </system.webServer>\n${close}`;
  const sites = world.sites.map((site) => {
    const vroots = world.vroots.filter((v) => v.site === site.id);
    const applications = vroots.map(
      (v) =>
        `        <application path="/${escaped(v.name)}"${attribute('applicationPool', v.pool ?? undefined)}>\n          <virtualDirectory path="/" physicalPath="${escaped(v.path)}" password="${secrets[2]}" />\n        </application>\n`,
    );
    const bindings = site.bindings.map((b) => `          <binding protocol="${b.protocol}" bindingInformation="${b.address || '*'}:${b.port}:${b.host}" />\n`);
    return `      <site name="${escaped(site.name)}" id="${site.id}">\n        <application path="/">\n          <virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" />\n        </application>\n${applications.join('')}        <bindings>\n${bindings.join('')}        </bindings>\n      </site>\n`;
  });
  const modules = (indent: string, image: boolean) =>
    [
      `<add name="StaticFileModule"${image ? ' image="%windir%\\System32\\inetsrv\\static.dll"' : ''} />`,
      ...(world.restrictions.inForce ? [`<add name="IpRestrictionModule"${image ? ' image="%windir%\\System32\\inetsrv\\iprestr.dll"' : ''} />`] : []),
    ]
      .map((line) => `${indent}${line}\n`)
      .join('');
  const locations = [
    ...world.vroots.map((v) => {
      const site = world.sites.find((s) => s.id === v.site);
      return `  <location path="${escaped(`${site?.name}/${v.name}`)}">\n    <system.webServer>\n      <security>\n        <access sslFlags="${v.requiresSsl ? 'Ssl' : 'None'}" />\n        <authentication>\n          <anonymousAuthentication enabled="${v.anonymous}" password="${secrets[0]}" />\n        </authentication>\n      </security>\n    </system.webServer>\n  </location>\n`;
    }),
    ...Object.keys(all)
      .filter((node) => node !== 'APPHOST')
      .map((node) => security(node, `  <location path="${escaped(node)}" overrideMode="Allow">\n`, '  </location>\n')),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- IIS configuration sections. -->
<configuration>
  <configSections>
    <sectionGroup name="system.webServer">
      <sectionGroup name="security">
        <section name="ipSecurity" overrideModeDefault="Deny" />
        <section name="dynamicIpSecurity" overrideModeDefault="Deny" />
      </sectionGroup>
    </sectionGroup>
    <sectionGroup name="system.ftpServer">
      <sectionGroup name="security">
        <section name="ipSecurity" overrideModeDefault="Deny" />
      </sectionGroup>
    </sectionGroup>
  </configSections>
  <system.applicationHost>
    <applicationPools>
${world.pools.map((p) => `      <add name="${escaped(p.name)}"${p.name === 'WsusPool' && world.product.iis >= 8 ? ' managedRuntimeVersion="v4.0"' : ''}>\n        <processModel userName="x" password="${secrets[4]}" />\n      </add>\n`).join('')}    </applicationPools>
    <sites>
${sites.join('')}    </sites>
  </system.applicationHost>
  <system.ftpServer>
    <security>
      <ipSecurity allowUnlisted="false">
        <add ipAddress="10.9.9.9" allowed="true" />
      </ipSecurity>
    </security>
  </system.ftpServer>
  <system.webServer>
    <globalModules>
${modules('      ', true)}    </globalModules>
    <security>
      <requestFiltering>
        <fileExtensions allowUnlisted="false" />
        <verbs allowUnlisted="false" />
      </requestFiltering>
      <dynamicIpSecurity denyAction="AbortRequest" />
${all.APPHOST ?? ''}    </security>
  </system.webServer>
  <location path="" overrideMode="Allow">
    <system.webServer>
      <modules>
${modules('        ', false)}      </modules>
    </system.webServer>
  </location>
${locations.join('')}</configuration>
`;
}

/** The file a World's server would keep, with its usual name. */
export const configFile = (world: World): { name: string; text: string } =>
  world.product.iis < 7 ? { name: 'MetaBase.xml', text: metabaseText(world) } : { name: 'applicationHost.config', text: applicationHostText(world) };
