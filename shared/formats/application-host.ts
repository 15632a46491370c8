/** applicationHost.config of IIS 7 and later: sites and the ipSecurity sections, each in its location (formats.md 2). */
import type { Collected } from '../probe';
import { got, lost } from '../probe';
import type { Binding } from '../probes/web-sites';
import type { Entry7, Own7, Setting } from '../restriction';
import { apphost, chainOf, denyActions } from '../restriction';
import type { Result } from '../result';
import { fault, ok } from '../result';
import type { IisAnswers } from './metabase';
import type { Element } from './xml';
import { readXml } from './xml';

type Attributes = Element['attributes'];
interface Site {
  readonly id: number;
  readonly name: string;
  readonly bindings: Binding[];
  readonly vroots: { name: string; path: string; pool: string | null }[];
}
interface Found {
  readonly sites: Site[];
  readonly own: Map<string, Own7>;
  readonly anonymous: Map<string, boolean>;
  readonly ssl: Map<string, boolean>;
  /** null: the file has no such section; a real one has. */
  installed: boolean | null;
  enabled: boolean | null;
  newer: boolean;
  defaultPool: string | null;
}

export const looksLikeApplicationHost = (head: string): boolean => /<configuration[\s>]/.test(head) && /system\.(applicationHost|webServer)/.test(head);

const notHere = (what: string) => lost('missing', fault('probe-not-in-evidence', { what }));
const yes = (text: string | undefined): boolean | undefined => (text === undefined ? undefined : text.trim().toLowerCase() === 'true');
/** IIS keeps paths without case; a location's path is the node's name. */
const nodeOf = (location: string): string => location.replace(/^\/+|\/+$/g, '').replace(/^\.$/, '') || apphost;

const above = (path: readonly string[]): string => path.filter((name) => name !== 'location').join('/');

/** `*:80:host`, `[::1]:80:`. */
function binding(attributes: Attributes): Binding[] {
  const { protocol = '', bindingInformation = '' } = attributes;
  const match = /^(.*):(\d+):([^:]*)$/.exec(bindingInformation);
  if (!match || (protocol !== 'http' && protocol !== 'https')) return [];
  return [{ protocol, address: match[1] === '*' ? '' : (match[1] ?? ''), port: Number(match[2]), host: match[3] ?? '' }];
}

/** `allowed` defaults to false, the mask to 255.255.255.255 (ms690428). */
function entryOf(name: string, a: Attributes): Entry7[] {
  if (name === 'clear') return [{ verb: 'clear' }];
  const key = a.ipAddress ? { address: a.ipAddress, mask: a.subnetMask ?? '255.255.255.255' } : a.domainName ? { domain: a.domainName } : null;
  if (!key) return [];
  if (name === 'remove') return [{ verb: 'remove', ...key }];
  return name === 'add' ? [{ verb: 'add', ...key, allowed: yes(a.allowed) ?? false }] : [];
}

function sectionOf(a: Attributes): Own7 {
  const action = denyActions.find((d) => d.toLowerCase() === a.denyAction?.toLowerCase());
  return {
    iis: 7,
    ...(a.allowUnlisted !== undefined && { allowUnlisted: yes(a.allowUnlisted) ?? true }),
    ...(action && { denyAction: action }),
    ...(a.enableProxyMode !== undefined && { enableProxyMode: yes(a.enableProxyMode) ?? false }),
    ...(a.enableReverseDns !== undefined && { enableReverseDns: yes(a.enableReverseDns) ?? false }),
    entries: [],
  };
}

/** The module that enforces the lists (formats.md 2). */
const isRestriction = (a: Attributes): boolean => a.name === 'IpRestrictionModule' || /\\iprestr\.dll$/i.test(a.image ?? '');

const webServer = 'configuration/system.webServer';
const sitesAt = 'configuration/system.applicationHost/sites';
const ipAt = `${webServer}/security/ipSecurity`;

function take(found: Found, location: string, { name, attributes: a, path }: Element, at: { app: string; pool: string | null }): void {
  const here = above(path);
  const site = found.sites.at(-1);
  if (here === `${sitesAt}/site`) found.sites.push({ id: Number(a.id), name: a.name ?? '', bindings: [], vroots: [] });
  else if (here === `${sitesAt}/site/bindings/binding`) site?.bindings.push(...binding(a));
  else if (here === `${sitesAt}/applicationDefaults`) found.defaultPool = a.applicationPool ?? null;
  else if (here === `${sitesAt}/site/application`) {
    at.app = a.path ?? '/';
    at.pool = a.applicationPool ?? null;
  } else if (here === `${sitesAt}/site/application/virtualDirectory`) {
    const full = `${at.app === '/' ? '' : at.app}${a.path === '/' ? '' : (a.path ?? '')}`.replace(/^\//, '');
    if (full && !full.includes('/')) site?.vroots.push({ name: full, path: a.physicalPath ?? '', pool: at.pool ?? found.defaultPool });
  } else if (here === ipAt) {
    found.own.set(location.toLowerCase(), sectionOf(a));
    found.newer ||= a.denyAction !== undefined || a.enableProxyMode !== undefined;
  } else if (here.startsWith(`${ipAt}/`)) {
    const own = found.own.get(location.toLowerCase());
    if (own) found.own.set(location.toLowerCase(), { ...own, entries: [...own.entries, ...entryOf(name, a)] });
  } else if (here === `${webServer}/globalModules`) found.installed = false;
  else if (here === `${webServer}/globalModules/add`) found.installed ||= isRestriction(a);
  else if (here === `${webServer}/modules` && location === apphost) found.enabled = false;
  else if (here === `${webServer}/modules/add` && location === apphost) found.enabled ||= isRestriction(a);
  else if (here === `${webServer}/security/authentication/anonymousAuthentication`) found.anonymous.set(location.toLowerCase(), yes(a.enabled) ?? true);
  else if (here === `${webServer}/security/access`) found.ssl.set(location.toLowerCase(), /\bSsl\b/i.test(a.sslFlags ?? ''));
  else if (here === 'configuration/system.applicationHost/applicationPools/add')
    found.newer ||= a.name === 'WsusPool' && /^v[4-9]/.test(a.managedRuntimeVersion ?? '');
}

/** Reads sites, vroots and restriction lists. */
export function readApplicationHost(text: string): Result<IisAnswers> {
  const found: Found = { sites: [], own: new Map(), anonymous: new Map(), ssl: new Map(), installed: null, enabled: null, newer: false, defaultPool: null };
  const locations: string[] = [];
  const at = { app: '/', pool: null as string | null };
  const read = readXml(text, {
    open(element) {
      if (element.name === 'location') locations.push(nodeOf(element.attributes.path ?? ''));
      else take(found, locations.at(-1) ?? apphost, element, at);
    },
    close(element) {
      if (element.name === 'location') locations.pop();
    },
  });
  return read.ok ? ok(answersOf(found)) : read;
}

function answersOf(found: Found): IisAnswers {
  const nodes: Record<string, Collected<Setting>> = {};
  const spelt = new Map<string, string>();
  const add = (node: string) => {
    for (const name of chainOf(node, 7)) {
      if (spelt.has(name.toLowerCase())) continue;
      spelt.set(name.toLowerCase(), name);
      const own = found.own.get(name.toLowerCase());
      nodes[name] = got<Setting>(own ? { own } : 'inherits');
    }
  };
  add(apphost);
  for (const site of found.sites) for (const vroot of ['', ...site.vroots.map((v) => `/${v.name}`)]) add(`${site.name}${vroot}`);
  for (const location of found.own.keys()) add(location === apphost.toLowerCase() ? apphost : location);
  const nearest = (values: Map<string, boolean>, node: string) =>
    chainOf(node, 7)
      .map((n) => values.get(n.toLowerCase()))
      .findLast((v) => v !== undefined);
  return {
    sites: {
      iis: 7,
      sites: found.sites.map(({ id, name, bindings }) => ({ id, name, root: name, bindings, state: notHere('site-state') })),
      pools: notHere('application-pools'),
      atLeastIis8: found.newer,
    },
    vroots: {
      vroots: found.sites.flatMap((site) =>
        site.vroots.map((v) => {
          const node = `${site.name}/${v.name}`;
          const settings = { path: v.path, anonymous: nearest(found.anonymous, node) ?? null, requiresSsl: nearest(found.ssl, node) ?? false, pool: v.pool };
          return { node, site: site.id, name: v.name, settings: got(settings) };
        }),
      ),
      selfUpdateFiles: notHere('self-update-files'),
    },
    restrictions: {
      iis: 7, // Without a list of modules the lists are taken to be in force [inference]: that can only refuse, never admit.
      inForce: got((found.installed ?? true) && (found.enabled ?? true)),
      nodes,
    },
    faults: [],
  };
}
