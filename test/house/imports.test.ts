import { describe, expect, it } from 'vitest';
import type { Import } from '../helpers/sources';
import { importsOf, sourcesIn } from '../helpers/sources';

const all: readonly Import[] = sourcesIn('shared', 'electron', 'renderer').flatMap(importsOf);

interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** Values may come from here; types may come from any place of shared besides. */
  readonly may: readonly RegExp[];
  /** Types neither. */
  readonly neverTypes?: readonly RegExp[];
}

const lists = '(checks|fixes)/';
const shapes = /^shared\/[^/]+$/;
const messages = /^shared\/(messages\/.*|report|undo-text)$/;
const zod = /^zod\/mini$/;
const node = /^node:/;
/** Values of shared that pages use: words, names of requests, the fold, the order of steps, where a claim comes from, words of operations. */
const pageValues = /^shared\/(messages\/.*|report|ipc|visit|steps|sources|half-width|operation|rungs)$/;
const engines = 'diagnose|steps|verify|visit';

/** The first room whose pattern fits is a file's room. design.md, "What may import what". */
const rooms: readonly Room[] = [
  {
    name: 'shared/messages and report',
    files: /^shared\/(messages\/.*|report|undo-text)$/,
    may: [messages, /^shared\/(operation|sources|result|check)$/],
    neverTypes: [/^shared\/simulation\//, /^electron/, /^renderer/],
  },
  { name: 'shared/probes', files: /^shared\/probes\/(?!index$)/, may: [shapes, zod], neverTypes: [messages] },
  { name: 'shared/probes list', files: /^shared\/probes\/index$/, may: [/^shared\/probes\//] },
  { name: 'shared/checks', files: /^shared\/checks\/(?!index$)/, may: [shapes], neverTypes: [messages, /^shared\/ipc/] },
  { name: 'shared/checks list', files: /^shared\/checks\/index$/, may: [/^shared\/checks\//] },
  { name: 'shared/fixes', files: /^shared\/fixes\/(?!index$)/, may: [shapes], neverTypes: [messages, /^shared\/ipc/] },
  { name: 'shared/fixes list', files: /^shared\/fixes\/index$/, may: [/^shared\/fixes\//] },
  { name: 'shared/formats and wusp', files: /^shared\/(formats|wusp)\//, may: [shapes, /^shared\/(formats|wusp|probes)\//, zod] },
  {
    name: 'shared/simulation',
    files: /^shared\/simulation\//,
    may: [shapes, /^shared\/simulation\//, /^shared\/probes\//, zod],
    neverTypes: [new RegExp(`^shared/${lists}`), messages],
  },
  {
    name: 'shared engines',
    files: new RegExp(`^shared/(${engines})$`),
    may: [shapes, zod],
    neverTypes: [messages, /^shared\/ipc/, new RegExp(`^shared/${lists}`)],
  },
  { name: 'shared shapes', files: shapes, may: [shapes, /^shared\/probes\//, zod], neverTypes: [messages] },
  // The agent is plain ES3 joined into one file: it imports nothing at all.
  { name: 'electron/agent', files: /^electron\/agent\//, may: [], neverTypes: [/./] },
  {
    name: 'electron/targets',
    files: /^electron\/(targets|logs|http)\//,
    may: [/^shared\/(?!messages|report)/, /^electron\/(targets|logs|http)\//, /^electron\/(nearest|elevate|agent-[a-z]+)$/, /^package\.json$/, node, zod],
    neverTypes: [/^electron\/(ipc-server|handlers|window|main)$/],
  },
  { name: 'electron/preload', files: /^electron\/preload$/, may: [/^electron$/, /^shared\/ipc$/], neverTypes: [/^(?!electron$|shared\/ipc$)/] },
  {
    name: 'electron/preload-address',
    files: /^electron\/preload-address$/,
    may: [/^electron$/, /^shared\/address-question$/],
    neverTypes: [/^(?!electron$|shared\/address-question$)/],
  },
  {
    name: 'electron/main, window and ipc-server',
    files: /^electron\/(main|window|address-window|ipc-server|pages|restricted)$/,
    may: [/^electron(\/|$)(?!targets\/(?!index|agent-file))/, /^shared\/(result|ipc|ipc-schema|sources|address-question)$/, /^package\.json$/, node],
  },
  {
    name: 'electron/kit',
    files: /^electron\/kit\//,
    may: [/^shared\//, /^electron\/kit\//, /^electron\/targets\/(agent-request|agent-process|questions)$/, node, zod],
    neverTypes: [/^electron$/, /^electron\/(main|window|ipc-server)$/],
  },
  {
    name: 'electron/cli and command',
    files: /^electron\/(cli(-[a-z]+)?|classroom|docs|command\/.*)$/,
    may: [/^electron\/(?!main|window|ipc-server|preload)/, /^shared\//, /^package\.json$/, node, zod],
    neverTypes: [/^electron$/],
  },
  {
    name: 'electron/collect, apply, visits, handlers and session',
    files: /^electron\/(requests\/)?[^/]+$/,
    may: [
      /^shared\/(?!messages|report)/,
      /^shared\/messages\/undo-text$/,
      /^electron\/(targets\/(index|adapter|agent-file)|requests\/[a-z]+|answer|apply(-elevated)?|collect|disk|kit\/[a-z-]+|lock|log-pages|nearest|session(-[a-z]+)?|visits)$/,
      node,
      zod,
    ],
    neverTypes: [/^electron$/, /^electron\/(main|window|ipc-server)$/],
  },
  {
    name: 'renderer/components',
    files: /^renderer\/components\//,
    may: [/^react/, /^renderer\/(components\/|i18n|visit-words|css)/, /^renderer\/styles\//, pageValues],
    neverTypes: [/^renderer\/(store|api)$/, /^electron/],
  },
  {
    name: 'renderer',
    files: /^renderer\//,
    may: [/^react/, /^zustand/, /^renderer\//, pageValues],
    neverTypes: [/^electron/, /^node:/, /^zod/],
  },
];

/** Packages a single file may import, each the one place that knows it. */
const alone: Readonly<Record<string, string>> = { 'ipaddr.js': 'shared/address', saxes: 'shared/formats/xml', yauzl: 'electron/targets/files' };

const stem = (file: string) => file.replace(/\.tsx?$/, '');
const roomOf = (file: string): Room => rooms.find((r) => r.files.test(stem(file))) as Room;

function wrong({ file, to, own, typeOnly }: Import): string | null {
  const room = roomOf(file);
  if (alone[to] === stem(file)) return null;
  const told = `${file} (${room.name}) -> ${to}${typeOnly ? ' (type)' : ''}`;
  if (room.neverTypes?.some((r) => r.test(to))) return told;
  if (typeOnly && (to.startsWith('shared/') || to === 'electron' || (own && to.startsWith('electron/')) || room.may.some((r) => r.test(to)))) return null;
  return room.may.some((r) => r.test(to)) ? null : told;
}

describe('what may import what', () => {
  it('gives every source file a room', () => expect(sourcesIn('shared', 'electron', 'renderer').filter((f) => !roomOf(f))).toEqual([]));
  for (const room of rooms) it(`holds for ${room.name}`, () => expect(all.filter((i) => roomOf(i.file) === room).flatMap((i) => wrong(i) ?? [])).toEqual([]));

  it('sees an import that is wrong', () => {
    const made = (file: string, to: string, typeOnly = false): Import => ({ file, to, own: !/^(node:|zod|react|electron$)/.test(to), typeOnly });
    for (const bad of [
      made('shared/checks/a.ts', 'shared/checks/b'),
      made('shared/checks/a.ts', 'shared/messages/text'),
      made('shared/diagnose.ts', 'shared/checks/index'),
      made('shared/simulation/a.ts', 'shared/fixes/index'),
      made('shared/restriction.ts', 'node:fs'),
      made('shared/grant.ts', 'ipaddr.js'),
      made('electron/targets/a.ts', 'electron/handlers', true),
      made('electron/visits.ts', 'electron'),
      made('electron/preload.ts', 'shared/ipc-schema'),
      made('electron/cli.ts', 'electron'),
      made('renderer/components/a.tsx', 'renderer/store'),
      made('renderer/pages/a.tsx', 'shared/checks/index'),
      made('renderer/pages/a.tsx', 'zod/mini'),
      made('renderer/app.tsx', 'node:fs'),
    ])
      expect([bad.file, bad.to, wrong(bad) !== null]).toEqual([bad.file, bad.to, true]);
  });

  it('finds the imports it should: many, of every folder', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(all.some((i) => i.file === 'shared/formats/xml.ts' && i.to === 'saxes')).toBe(true);
    expect(all.some((i) => i.typeOnly)).toBe(true);
  });

  it('has no circle among values', () => {
    const edges = new Map<string, string[]>();
    for (const { file, to, own, typeOnly } of all) if (own && !typeOnly) edges.set(stem(file), [...(edges.get(stem(file)) ?? []), to]);
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (at: string, path: readonly string[]): void => {
      if (path.includes(at)) circles.push([...path.slice(path.indexOf(at)), at].join(' -> '));
      if (path.includes(at) || done.has(at)) return;
      for (const to of edges.get(at) ?? []) walk(to, [...path, at]);
      done.add(at);
    };
    for (const file of edges.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });
});
