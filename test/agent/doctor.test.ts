/** The connection doctor: each rung has its fault, its words in both languages, and no advice that weakens a machine. */
import { describe, expect, it } from 'vitest';
import { closedDoor, likelyCause, rungOf } from '../../electron/targets/doctor';
import { openWindows } from '../../electron/targets/open-windows';
import { faultTexts } from '../../shared/messages/faults';
import { langs, say } from '../../shared/messages/text';
import { windowsFaultTexts } from '../../shared/messages/windows-faults';
import { fault } from '../../shared/result';

const signal = new AbortController().signal;
const ways = (address: string | null, open: boolean) => ({ lookup: async () => address, connect: async () => open });

describe('the doctor', () => {
  it('names the rung that failed', async () => {
    expect(await closedDoor('nowhere', signal, ways(null, true))).toEqual(fault('unreachable-name', { host: 'nowhere' }));
    expect(await closedDoor('server', signal, ways('192.0.2.1', false))).toEqual(fault('unreachable-port-135', { host: 'server' }));
    expect(await closedDoor('server', signal, ways('192.0.2.1', true))).toBeNull();
    const codes = [
      'unreachable-name',
      'unreachable-port-135',
      'unreachable-rpc',
      'denied-password',
      'denied-dcom',
      'denied-wmi',
      'probe-namespace-missing',
    ] as const;
    expect(codes.map((code) => rungOf(fault(code)))).toEqual(['name', 'port', 'connection', 'logon', 'rights', 'rights', 'namespace']);
  });
  it('gives up on an address that swallows packets', async () => {
    const from = performance.now();
    const swallowing = {
      lookup: async () => '192.0.2.1',
      connect: (_a: string, _p: number, ms: number) => new Promise<boolean>((done) => setTimeout(() => done(false), ms)),
    };
    expect(await closedDoor('server', signal, swallowing, 200)).toMatchObject({ code: 'unreachable-port-135' });
    expect(performance.now() - from).toBeLessThan(2000);
  });
  it('tells a filtered local account from a refusal of DCOM', () => {
    const denied = fault('denied-dcom', { hresult: '0x80070005' });
    expect(likelyCause(denied, 'sbs01.contoso.local', 'SBS01\\tech').code).toBe('denied-local-account-filtered');
    for (const user of ['CONTOSO\\tech', 'tech@contoso.local', 'SBS01\\Administrator', null])
      expect(likelyCause(denied, 'sbs01', user).code).toBe('denied-dcom');
    expect(likelyCause(fault('probe-com-error', { hresult: '0x80070721' }), 'sbs01', null).code).toBe('denied-hardening');
  });
  it('never advises to switch off a firewall or User Account Control, or to bring SMB1 back', () => {
    for (const { message, help } of Object.values(windowsFaultTexts))
      for (const lang of langs) {
        const words = `${say(message, lang, { host: 'x' })} ${say(help, lang, { host: 'x' })}`;
        expect(words).not.toMatch(/SMB ?1|disable (the )?firewall|turn off|LocalAccountTokenFilterPolicy|EnableLUA/i);
        // The one sentence about it says never.
        if (/firewall off/.test(words)) expect(words).toMatch(/Never switch the firewall off/);
      }
  });
  it('has words for everything the agent can say', () => {
    for (const code of Object.keys(windowsFaultTexts))
      expect(faultTexts[code as keyof typeof faultTexts]).toBe(windowsFaultTexts[code as keyof typeof windowsFaultTexts]);
  });
});

describe('opening windows:<host>', () => {
  const shell = { folder: '/x', secret: () => null, platform: 'win32' as const };
  it('takes names and addresses and nothing else', () => {
    for (const host of [null, 'sbs01', 'sbs01.contoso.local', '192.168.16.2', 'fe80::1', '\u8a3a\u65ad'])
      expect([host, openWindows(host, shell).ok]).toEqual([host, true]);
    for (const host of ['\\\\sbs01', 'a b', 'sbs01/x', "x' OR 'a'='a", 'sbs01:135', 'a@b', ''])
      expect([host, openWindows(host, shell).ok]).toEqual([host, false]);
  });
  it('says so where this is not Windows', () =>
    expect(openWindows(null, { ...shell, platform: 'linux' })).toMatchObject({ ok: false, fault: { code: 'target-not-windows' } }));
});
