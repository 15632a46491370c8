/** Where a claim comes from. Ids are stable: pages link by id, never by address. */

export const grades = ['release-note', 'vendor-doc', 'field-report', 'opinion', 'inference'] as const;
export type Grade = (typeof grades)[number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly date?: string;
}

const technet = <const Id extends string>(id: Id, page: string, title: string) => ({
  id,
  title,
  url: `https://github.com/eltociear/security-updates.ja-jp/blob/main/security-updates/WindowsUpdateServices/${page}.md`,
});

export const sources = [
  technet('release-note-3.0-sp1', '18128230', 'Release Notes for Windows Server Update Services 3.0 SP1'),
  technet('release-note-3.0-sp2', '21743289', 'Release Notes for Windows Server Update Services 3.0 SP2'),
  technet('release-note-2.0', '18128137', 'Release Notes for Windows Server Update Services 2.0'),
  { id: 'iis6-ip-security', title: 'IIsIPSecurity (IIS 6 ADSI reference)', url: 'https://learn.microsoft.com/previous-versions/iis/6.0-sdk/ms524685(v=vs.90)' },
  {
    id: 'iis6-metabase-inheritance',
    title: 'Metabase property inheritance (IIS 6)',
    url: 'https://learn.microsoft.com/previous-versions/iis/6.0-sdk/ms524543(v=vs.90)',
  },
  {
    id: 'iis7-ip-security',
    title: 'IP Security <ipSecurity> (IIS 7 and later)',
    url: 'https://learn.microsoft.com/iis/configuration/system.webserver/security/ipsecurity/',
  },
  {
    id: 'kb248043',
    title: 'HTTP error 403.6 Forbidden: IP address rejected',
    url: 'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-administration-management/403-6-forbidden-error',
  },
  {
    id: 'wsus-services',
    title: 'WSUS services and their virtual directories (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799665.md',
  },
  {
    id: 'wsus-self-update',
    title: 'Issues with the self-update tree (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799566.md',
  },
  {
    id: 'ms-wusp',
    title: '[MS-WUSP]: Windows Update Services: Client-Server Protocol',
    url: 'https://learn.microsoft.com/openspecs/windows_protocols/ms-wusp/',
  },
  {
    id: 'wsus-client-errors',
    title: 'Windows Update Agent result codes (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799559.md',
  },
  {
    id: 'wsus-cookie',
    title: 'Client behavior: the server cookie and its life (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799577.md',
  },
  {
    id: 'wsus-service-list',
    title: 'Update Services service (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799563.md',
  },
  {
    id: 'wsus-import',
    title: 'Importing updates with wsusutil (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799690.md',
  },
  {
    id: 'cert-server-dcom',
    title: 'Local publishing: GetSigningCertificate (Microsoft)',
    url: 'https://learn.microsoft.com/previous-versions/windows/desktop/aa349853(v=vs.85)',
  },
  {
    id: 'forum-thread',
    title: 'WSUS Cert Server とは必要なサービスなのでしょうか (TechNet forum)',
    url: 'https://social.technet.microsoft.com/Forums/ja-JP/466cc9fa-3607-457c-afaf-2ac9dba6c36d',
  },
  {
    id: 'wsus-database',
    title: 'The WSUS database (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799554.md',
  },
  {
    id: 'wsus-cloned-images',
    title: 'Clients from a cloned image do not appear (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799654.md',
  },
  {
    id: 'wsus-reset-authorization',
    title: 'wuauclt /resetauthorization (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799577.md',
  },
  {
    id: 'wsus-content-progress',
    title: 'Storing updates: approval, deferred downloads, local storage (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799703.md',
  },
  {
    id: 'wsus-bits',
    title: 'Issues with BITS (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799716.md',
  },
  {
    id: 'wsus-client-policy',
    title: 'Client policy in the registry: WUServer, WUStatusServer, UseWUServer (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799614.md',
  },
  {
    id: 'wsus-synchronization',
    title: 'Issues with synchronization (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799626.md',
  },
  {
    id: 'wsus-health',
    title: 'Health monitoring of WSUS 3.0 (WSUS 3.0 Operations Guide)',
    url: 'https://github.com/isabella232/security-updates.sv-se/blob/live/security-updates/WindowsUpdateServices/21799620.md',
  },
  {
    id: 'lifecycle-wsus-3.0',
    title: 'Lifecycle of Windows Server Update Services 3.0',
    url: 'https://learn.microsoft.com/lifecycle/products/windows-server-update-services-30',
  },
  { id: 'lifecycle-server', title: 'Lifecycle of Windows Server', url: 'https://learn.microsoft.com/lifecycle/products/' },
] as const satisfies readonly Source[];

export type SourceId = (typeof sources)[number]['id'];
export const sourceById = (id: string): Source | undefined => sources.find((s) => s.id === id);
