/** The classroom's door: who is refused, and that it is told in the log. Loopback only. */

import * as fs from 'node:fs';
import * as http from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Classroom } from '../../electron/classroom';
import { startClassroom } from '../../electron/classroom';
import { usualLimits } from '../../electron/collect';
import { makeHandlers } from '../../electron/handlers';
import { makeTargets } from '../../electron/targets/index';
import { memoryVisits } from '../../electron/visits';
import { fault } from '../../shared/result';
import { tempFolder } from '../helpers/temp';
import { scenarioFolder } from '../helpers/worlds';

let room: Classroom;
const log: string[] = [];
let token = '';

interface Answer {
  readonly status: number;
  readonly body: { ok?: boolean; token?: string; value?: unknown; fault?: { code: string } };
  readonly headers: http.IncomingHttpHeaders;
}
const ask = (path: string, headers: Record<string, string> = {}, body = '', method = 'POST'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: room.port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : {} }));
    });
    request.on('error', reject);
    request.end(body);
  });
const withToken = (tab = 'a') => ({ 'x-wizard-token': token, 'x-wizard-tab': tab });

beforeAll(async () => {
  const page = tempFolder();
  fs.writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  let n = 0;
  const given = { now: () => '2026-11-18T06:00:00.000Z', newId: () => `id${String(++n).padStart(6, '0')}`, app: 'test' };
  room = await startClassroom({
    port: 0,
    page,
    idle: 60_000,
    log: (line) => log.push(line),
    handlersFor: (emit) =>
      makeHandlers({
        ...given,
        version: 'test',
        platform: 'test',
        lang: 'en',
        face: 'classroom',
        restricted: false,
        visits: memoryVisits(given),
        targets: makeTargets(scenarioFolder),
        limits: usualLimits,
        allow: (target) => (target.kind === 'simulated' || target.kind === 'evidence' ? null : fault('target-not-allowed', { kind: target.kind })),
        chooseFolder: async () => null,
        folderPath: () => null,
        openSource: async () => {},
        emit: emit as never,
      }),
  });
  const code = room.url.split('#')[1] as string;
  token = (await ask('/api/token', { 'x-wizard-code': code })).body.token ?? '';
});
afterAll(async () => {
  room.close();
  await room.ended;
});

test('the code of the opened address works once, and gives a token of 128 bits', async () => {
  expect(Buffer.from(token, 'base64url').length).toBe(16);
  const again = await ask('/api/token', { 'x-wizard-code': room.url.split('#')[1] as string });
  expect([again.status, log.at(-1)]).toEqual([403, 'refused: a code that is wrong or was used']);
});

test.each([
  ['a foreign Host', '/api/app.info', { host: 'evil.example' }, 'refused: host evil.example'],
  ['localhost by name', '/api/app.info', { host: 'localhost' }, 'refused: host localhost'],
  ['another origin', '/api/app.info', { origin: 'http://evil.example' }, 'refused: origin http://evil.example'],
  ['the null origin', '/api/app.info', { origin: 'null' }, 'refused: origin null'],
  ['a fetch from another site', '/api/app.info', { 'sec-fetch-site': 'cross-site' }, 'refused: fetch from cross-site'],
])('%s is refused, even with the token, and told in the log', async (_what, path, headers, line) => {
  const answer = await ask(path, { host: `127.0.0.1:${room.port}`, ...withToken(), ...headers }, '{}');
  expect([answer.status, answer.body.fault?.code, log.at(-1)]).toEqual([403, 'denied-sender', line]);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

test('no token, a wrong one, or one in the query is refused', async () => {
  expect((await ask('/api/app.info', {}, '{}')).status).toBe(403);
  expect((await ask('/api/app.info', { 'x-wizard-token': `${token.slice(0, -1)}_` }, '{}')).status).toBe(403);
  expect((await ask(`/api/app.info?token=${token}`, {}, '{}')).status).toBe(405);
  expect((await ask(`/?token=${token}`, {}, '', 'GET')).status).toBe(400);
  expect(log.at(-1)).toBe('refused: something in the query');
});

test('a preflight gets no CORS answer', async () => {
  const answer = await ask('/api/app.info', { origin: `http://127.0.0.1:${room.port}`, 'access-control-request-method': 'POST' }, '', 'OPTIONS');
  expect(answer.status).toBe(405);
  expect(Object.keys(answer.headers).filter((h) => h.startsWith('access-control'))).toEqual([]);
});

test('a live target, a path from the page and an unknown folder are refused', async () => {
  const open = (target: unknown) => ask('/api/visit.open', withToken(), JSON.stringify({ target }));
  for (const target of [
    { kind: 'windows', host: 'sbs01' },
    { kind: 'network', url: 'http://sbs01' },
    { kind: 'evidence', path: '/etc' },
    { kind: 'evidence', folder: '../../etc' },
  ])
    expect((await open(target)).body.fault?.code).toBe('input-bad-request');
  expect((await open({ kind: 'evidence', folder: 'folder-9' })).body.fault?.code).toBe('input-folder-missing');
  expect(log).toContain('refused: input of visit.open');
  expect((await ask('/../package.json', {}, '', 'GET')).status).toBe(404);
  expect((await ask('/%2e%2e/%2e%2e/etc/passwd', {}, '', 'GET')).status).toBe(404);
});

test('each tab has its own visits', async () => {
  const opened = await ask('/api/visit.open', withToken('a'), JSON.stringify({ target: { kind: 'simulated', scenario: 'healthy-sbs2003' } }));
  const { visit } = opened.body.value as { visit: string };
  expect((await ask('/api/visit.look', withToken('a'), JSON.stringify({ visit }))).body.ok).toBe(true);
  expect((await ask('/api/visit.look', withToken('b'), JSON.stringify({ visit }))).body.fault?.code).toBe('target-closed');
});

test('a body over a million characters is a fault, and the room goes on', async () => {
  const answer = await ask('/api/app.info', withToken(), `{"x":"${'y'.repeat(1_100_000)}"}`).catch(() => null);
  expect(answer === null || answer.body.fault?.code === 'input-bad-request').toBe(true);
  expect((await ask('/api/app.info', withToken(), '{}')).body.ok).toBe(true);
});

test('it ends by itself after a time without a request', async () => {
  const short = await startClassroom({ port: 0, page: tempFolderWithPage(), idle: 50, log: () => {}, handlersFor: () => ({}) as never });
  await short.ended;
  await expect(fetch(`http://127.0.0.1:${short.port}/`)).rejects.toThrow();
});

function tempFolderWithPage(): string {
  const page = tempFolder();
  fs.writeFileSync(join(page, 'index.html'), 'page');
  return page;
}
