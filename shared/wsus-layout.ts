/** Where WSUS lives in IIS: its vroots, the site that WUServer names, and the site on port 80 (domain.md 4.1 and 14). */

import type { Vroot } from './probes/virtual-directories';
import type { WebSite } from './probes/web-sites';

/** Names in lower case -> as WSUS writes them. */
export const wsusVroots = [
  'Selfupdate',
  'ClientWebService',
  'SimpleAuthWebService',
  'ReportingWebService',
  'Content',
  'DssAuthWebService',
  'ServerSyncWebService',
  'ApiRemoting30',
  'Inventory',
] as const;
export type WsusVroot = (typeof wsusVroots)[number];

/** The vroots a client talks to: the only ones an operation may touch. */
export const clientVroots = ['Selfupdate', 'ClientWebService', 'SimpleAuthWebService', 'ReportingWebService', 'Content'] as const;
export type ClientVroot = (typeof clientVroots)[number];

export const wsusVrootOf = (name: string): WsusVroot | undefined => wsusVroots.find((v) => v.toLowerCase() === name.toLowerCase());

/** The last part of a node, where it is one of the vroots clients talk to, directly below a site's root. */
export function clientVrootOf(node: string): ClientVroot | undefined {
  const parts = node.split('/');
  const direct = parts[0]?.toUpperCase() === 'W3SVC' ? parts.length === 4 && parts[2]?.toUpperCase() === 'ROOT' : parts.length === 2;
  return direct ? clientVroots.find((v) => v.toLowerCase() === parts.at(-1)?.toLowerCase()) : undefined;
}

/** Paths that clients ask, in any case. */
const wsusStem = /^\/(selfupdate|clientwebservice|simpleauthwebservice|reportingwebservice|content)(\/|$)|^\/iuident\.cab$/i;
export const isWsusStem = (stem: string): boolean => wsusStem.test(stem);

export interface Layout {
  /** The site that carries most of WSUS: what WUServer should name. */
  readonly main: WebSite | null;
  /** The site that answers on port 80 without a host header. */
  readonly port80: WebSite | null;
}

const answersOn = (site: WebSite, port: number): boolean => site.bindings.some((b) => b.port === port && b.host === '');

/** The site that answers on a port; one that is started first. */
export const siteOnPort = (sites: readonly WebSite[], port: number): WebSite | null => {
  const all = sites.filter((s) => answersOn(s, port));
  return all.find((s) => s.state.outcome !== 'ok' || s.state.value === 'started') ?? all[0] ?? null;
};

export const vrootsOf = (site: WebSite, vroots: readonly Vroot[]): WsusVroot[] =>
  vroots.flatMap((v) => (v.site === site.id ? (wsusVrootOf(v.name) ?? []) : []));

/** Finds the two sites by binding and id, never by name. `port`: from the WSUS set-up key, where known. */
export function layoutOf(sites: readonly WebSite[], vroots: readonly Vroot[], port: number | null): Layout {
  const counted = sites.map((site) => ({ site, count: vrootsOf(site, vroots).length })).filter((s) => s.count > 0);
  const named = port === null ? null : siteOnPort(sites, port);
  const most = counted.sort((a, b) => b.count - a.count || a.site.id - b.site.id)[0]?.site ?? null;
  const main = named && counted.some((c) => c.site.id === named.id) ? named : most;
  return { main, port80: siteOnPort(sites, 80) };
}
