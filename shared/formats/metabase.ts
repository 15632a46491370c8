/** MetaBase.xml of IIS 6: a flat list of keys; the hierarchy is in Location. Only what the probes need is kept, no passwords. */
import type { Collected } from '../probe';
import { got, lost } from '../probe';
import type { AnswerOf } from '../probes/index';
import type { Binding } from '../probes/web-sites';
import type { Setting } from '../restriction';
import { chainOf } from '../restriction';
import type { Fault, Result } from '../result';
import { fault, ok } from '../result';
import { readIpSecurity } from './ip-security-blob';
import { readXml } from './xml';

const wanted = ['ServerComment', 'ServerBindings', 'SecureBindings', 'Path', 'AuthFlags', 'AccessSSLFlags', 'AppPoolId', 'IPSecurity'] as const;
type Wanted = (typeof wanted)[number];

interface Key {
  readonly type: string;
  /** Without /LM, as written: W3SVC/1/ROOT/Selfupdate. */
  readonly node: string;
  readonly values: Partial<Record<Wanted, string>>;
}

export interface IisAnswers {
  readonly sites: AnswerOf<'web-sites'>;
  readonly vroots: AnswerOf<'virtual-directories'>;
  readonly restrictions: AnswerOf<'ip-restrictions'>;
  /** Values that could not be read; the rest is judged. */
  readonly faults: readonly Fault[];
}

export const looksLikeMetabase = (head: string): boolean => /urn:microsoft-catalog:XML_Metabase/i.test(head);

const notHere = (what: string) => lost('missing', fault('probe-not-in-evidence', { what }));

/** Reads the web part of a metabase. */
export function readMetabase(text: string): Result<IisAnswers> {
  const keys: Key[] = [];
  const read = readXml(text, {
    open({ name, attributes }) {
      const node = attributes.Location?.replace(/^\/LM\/?/i, '');
      if (!node || !/^W3SVC(\/|$)/i.test(node)) return;
      keys.push({ type: name, node, values: Object.fromEntries(wanted.flatMap((w) => (attributes[w] === undefined ? [] : [[w, attributes[w]]]))) });
    },
    close() {},
  });
  return read.ok ? ok(answersOf(keys)) : read;
}

function answersOf(keys: readonly Key[]): IisAnswers {
  const byNode = new Map(keys.map((k) => [k.node.toLowerCase(), k]));
  const inherited = (node: string, name: Wanted) =>
    chainOf(node, 6)
      .map((n) => byNode.get(n.toLowerCase())?.values[name])
      .findLast((v) => v !== undefined);
  const faults: Fault[] = [];
  const nodes: Record<string, Collected<Setting>> = {};
  const spelt = new Map<string, string>();
  for (const key of keys)
    for (const name of chainOf(key.node, 6)) {
      const known = spelt.get(name.toLowerCase()) ?? name;
      spelt.set(name.toLowerCase(), known);
      nodes[known] ??= got<Setting>('inherits');
    }
  for (const key of keys) {
    const hex = key.values.IPSecurity;
    if (hex === undefined) continue;
    const own = readIpSecurity(hex);
    const known = spelt.get(key.node.toLowerCase()) ?? key.node;
    nodes[known] = own.ok ? got({ own: own.value }) : lost('failed', { ...own.fault, facts: { ...own.fault.facts, node: known } });
    if (!own.ok) faults.push({ ...own.fault, facts: { ...own.fault.facts, node: known } });
  }
  return {
    sites: { iis: 6, sites: sitesOf(keys), pools: notHere('application-pools'), atLeastIis8: false },
    vroots: { vroots: vrootsOf(keys, inherited), selfUpdateFiles: notHere('self-update-files') },
    restrictions: { iis: 6, inForce: got(true), nodes },
    faults,
  };
}

const words = (text: string | undefined): string[] => text?.split(/\s+/).filter(Boolean) ?? [];

/** `address:port:host`; an IPv6 address would be in brackets, IIS 6 has none. */
function bindings(text: string | undefined, protocol: 'http' | 'https'): Binding[] {
  return words(text).flatMap((binding) => {
    const match = /^(.*):(\d+):(.*)$/.exec(binding);
    return match ? [{ protocol, address: match[1] ?? '', port: Number(match[2]), host: match[3] ?? '' }] : [];
  });
}

function sitesOf(keys: readonly Key[]): AnswerOf<'web-sites'>['sites'] {
  return keys.flatMap((key) => {
    const id = /^W3SVC\/(\d+)$/i.exec(key.node)?.[1];
    if (id === undefined) return [];
    return [
      {
        id: Number(id),
        name: key.values.ServerComment ?? `#${id}`,
        root: `W3SVC/${id}/ROOT`,
        bindings: [...bindings(key.values.ServerBindings, 'http'), ...bindings(key.values.SecureBindings, 'https')],
        state: notHere('site-state'),
      },
    ];
  });
}

function vrootsOf(keys: readonly Key[], inherited: (node: string, name: Wanted) => string | undefined): AnswerOf<'virtual-directories'>['vroots'] {
  return keys.flatMap((key) => {
    const match = key.type === 'IIsWebVirtualDir' ? /^W3SVC\/(\d+)\/ROOT\/([^/]+)$/i.exec(key.node) : null;
    if (!match) return [];
    const auth = inherited(key.node, 'AuthFlags');
    const ssl = inherited(key.node, 'AccessSSLFlags');
    return [
      {
        node: key.node,
        site: Number(match[1]),
        name: match[2] as string,
        settings: got({
          path: key.values.Path ?? '',
          anonymous: auth === undefined ? null : /\bAuthAnonymous\b/.test(auth),
          requiresSsl: ssl !== undefined && /\bAccessSSL\b/.test(ssl),
          pool: inherited(key.node, 'AppPoolId') ?? null,
        }),
      },
    ];
  });
}
