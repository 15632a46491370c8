/** What a page that came instead of the answer is, by marks that do not depend on its language (domain.md 4.3). */

export const pages = ['iis-error', 'sharepoint', 'proxy', 'sign-in', 'under-construction', 'web-service', 'other'] as const;
export type Page = (typeof pages)[number];

const marks: readonly (readonly [Page, RegExp])[] = [
  ['proxy', /\b(isa server|forefront tmg|threat management gateway|squid|blue ?coat|proxysg|zscaler|error code: 502 proxy|12202|12209)\b/i],
  ['sharepoint', /_layouts\/|microsoft\.sharepoint|MicrosoftSharePoint|_vti_bin|WebPartPage/i],
  ['web-service', /\?op=|\?wsdl|\.asmx\?/i],
  ['sign-in', /<input[^>]+type\s*=\s*["']?password|captive|http-equiv\s*=\s*["']?refresh[^>]+(login|auth|portal)/i],
  ['under-construction', /under construction|pagerror\.gif|iisstart|iis-85\.png|welcome\.png/i],
  ['iis-error', /\bHTTP\b[^<\n]{0,40}\b[45]\d\d(\.\d+)?\b|\b0x80070\d{3}\b|Internet Information Services|\bIIS\b/i],
];

/** null: no page (no HTML came). */
export function pageOf(text: string, contentType: string | null): Page | null {
  const head = text.slice(0, 65_536);
  if (!/<(!doctype\s+html|html|head|body|title|h[1-6]|p|form)\b/i.test(head) && !/text\/html/i.test(contentType ?? '')) return null;
  return marks.find(([, mark]) => mark.test(head))?.[0] ?? 'other';
}

/** IIS' sub-status, read from its error page by the number: 6 of "403.6". IIS 7 and later show it to the server itself only. */
export function subStatusOf(text: string, status: number): number | null {
  const match = new RegExp(`(?<![\\d.])${status}\\.(\\d{1,2})(?![\\d]|\\.\\d)`).exec(text.slice(0, 65_536));
  return match ? Number(match[1]) : null;
}

/** Major and minor of `Microsoft-IIS/7.5`; null: the header does not say. */
export function iisVersion(server: string | null): number | null {
  const match = /Microsoft-IIS\/(\d+(?:\.\d+)?)/i.exec(server ?? '');
  return match ? Number(match[1]) : null;
}
