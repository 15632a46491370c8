/** What a client would ask is part of every live target: from this PC, and of this machine itself from the server's own seat. */
import { afterEach, describe, expect, it } from 'vitest';
import { collect } from '../../electron/collect';
import { openWindows } from '../../electron/targets/open-windows';
import type { Snapshot } from '../../shared/snapshot';
import type { Recorded } from '../helpers/iis-server';
import { iis, playAt } from '../helpers/iis-server';
import { must } from '../helpers/shell';

/** An address of the loopback net that nothing else on the machine uses. */
const host = '127.0.44.30';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const playing of open.splice(0)) await playing.close();
});

async function look(target: string | null): Promise<Snapshot> {
  const shell = { folder: '/nonexistent', secret: () => null, platform: 'win32' as const };
  const adapter = must(openWindows(target, shell)).start();
  const limits = { perProbe: 4_000, whole: 20_000 };
  const options = { told: { clients: [], subnets: [] }, limits, signal: new AbortController().signal, now: () => '2026-11-24T08:00:00.000Z' };
  try {
    // No question to the agent: no script host is started.
    return await collect(adapter, ['endpoints', 'cookie'], options);
  } finally {
    adapter.close();
  }
}

describe('the seat of a Windows target', () => {
  it('asks another computer over HTTP from this PC, without any account', async () => {
    const playing = await playAt(iis({ version: '10.0' }), host, 8530);
    open.push(playing);
    const { answers } = await look(host);
    expect(answers.endpoints).toMatchObject({ outcome: 'ok', value: { host, from: 'here' } });
    const doors = answers.endpoints?.outcome === 'ok' ? answers.endpoints.value.doors : [];
    expect(doors.find((d) => d.port === 8530 && d.door === 'wuident')?.get).toMatchObject({ outcome: 'ok', value: { cab: true } });
    expect(doors.find((d) => d.port === 80 && d.door === 'wuident')?.get).toMatchObject({ outcome: 'failed', fault: { code: 'unreachable-refused' } });
    expect(answers.cookie).toMatchObject({ outcome: 'ok', value: { from: 'here', cookie: { bytes: expect.any(Number) } } });
    expect(playing.requests.filter((r: Recorded) => r.headers.authorization ?? r.headers.cookie)).toEqual([]);
  });
  it('is the server’s own where this machine is the target', async () => {
    const { answers } = await look(null);
    expect(answers.endpoints).toMatchObject({ outcome: 'ok', value: { host: 'localhost', from: 'server' } });
    expect(answers.cookie).toMatchObject({ outcome: 'ok', value: { from: 'server' } });
  });
});
