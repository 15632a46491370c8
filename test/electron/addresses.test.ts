/** The door to real servers: only what main's own dialog named is opened, and a password stays in memory. */

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAnswer } from '../../electron/address-answer';
import { allowTarget } from '../../electron/restricted';
import { Addresses, readNetwork, readUser } from '../../electron/targets/addresses';
import type { AddressAnswer, AddressQuestion } from '../../shared/address-question';
import type { Fault, Result } from '../../shared/result';
import { readTarget } from '../../shared/target';
import { makeShell, must } from '../helpers/shell';
import { root } from '../helpers/worlds';

const scenarios = join(root, 'assets', 'scenarios');

/** A person who types one answer after the other; null closes the dialog. */
function person(answers: (Partial<AddressAnswer> | null)[], env: NodeJS.ProcessEnv = {}) {
  const questions: AddressQuestion[] = [];
  const faults: Fault[] = [];
  let ids = 0;
  const show = async <T>(question: AddressQuestion, accept: (answer: AddressAnswer) => Result<T>): Promise<T | null> => {
    questions.push(question);
    for (;;) {
      const next = answers.shift();
      if (!next) return null;
      const taken = accept({ address: '', account: null, throughProxy: false, ...next });
      if (taken.ok) return taken.value;
      faults.push(taken.fault);
    }
  };
  const addresses = new Addresses({ newId: () => `000${++ids}`, env, show });
  return { addresses, questions, faults };
}
const target = (text: string) => must(readTarget(text));

describe('an address typed in main’s dialog', () => {
  it('is read with full-width characters, and as http where no scheme was typed', () => {
    for (const [typed, read] of [
      ['http://server:8530', 'http://server:8530'],
      ['server', 'http://server'],
      ['server:8530', 'http://server:8530'],
      ['１９２．１６８．１６．２：８５３０', 'http://192.168.16.2:8530'],
      ['ｈｔｔｐ：／／ｓｅｒｖｅｒ', 'http://server'],
      ['192。168。16。2', 'http://192.168.16.2'],
      ['[fd00::1]:8530', 'http://[fd00::1]:8530'],
      ['https://server/selfupdate', 'https://server'],
    ] as const)
      expect([typed, readNetwork(typed)]).toEqual([typed, { ok: true, value: read }]);
  });
  it('is refused with the reason where it is none', () => {
    for (const [typed, code] of [
      ['', 'input-address-no-host'],
      ['ftp://server', 'input-address-scheme'],
      ['file:///c:/', 'input-address-scheme'],
      ['http://u:p@server', 'input-address-credentials'],
      ['u:p@server', 'input-address-credentials'],
      ['server:0', 'input-address-port'],
      ['two words', 'input-address-host'],
    ] as const)
      expect([typed, readNetwork(typed)]).toMatchObject([typed, { ok: false, fault: { code } }]);
  });
  it('takes the yen sign of a Japanese keyboard for the backslash of an account', () => {
    for (const typed of ['DOMAIN\\user', 'DOMAIN¥user', 'DOMAIN￥user', ' DOMAIN＼user ']) expect([typed, readUser(typed)]).toEqual([typed, 'DOMAIN\\user']);
    expect(readUser('user＠example.com')).toBe('user@example.com');
  });
  it('gives the page an id and a name, and is asked again until it can be read', async () => {
    const { addresses, faults } = person([{ address: 'ftp://server' }, { address: 'server:8530' }]);
    expect(await addresses.ask('network')).toEqual({ id: 'address-0001', name: 'http://server:8530', kind: 'network' });
    expect(faults.map((f) => f.code)).toEqual(['input-address-scheme']);
    expect(addresses.text('address-0001')).toBe('http://server:8530');
    expect(addresses.text('address-0002')).toBeNull();
  });
  it('is nothing where the dialog is closed', async () => {
    const { addresses } = person([null]);
    expect(await addresses.ask('network')).toBeNull();
    expect(addresses.named('http://server')).toBe(false);
  });
  it('names this computer, or another one by a name or an address', async () => {
    const { addresses, faults } = person([{}, { address: ' ｓｂｓ０１ ' }, { address: 'sbs01:135' }, { address: 'sbs01/share' }, { address: 'fd00::1' }]);
    expect(await addresses.ask('windows')).toMatchObject({ name: 'windows', kind: 'windows' });
    expect(await addresses.ask('windows')).toMatchObject({ name: 'sbs01' });
    expect(await addresses.ask('windows')).toMatchObject({ name: 'fd00::1' });
    expect(faults.map((f) => f.code)).toEqual(['input-address-host', 'input-address-host']);
  });
});

describe('what is opened', () => {
  it('is only what was named in this process, and nothing live in a weakened shell', async () => {
    const { addresses } = person([{ address: 'http://server' }]);
    await addresses.ask('network');
    const named = (text: string) => addresses.named(text);
    expect(allowTarget(target('http://server'), { restricted: false, named })).toBeNull();
    for (const other of ['http://other', 'https://server', 'http://server:8530', 'windows', 'windows:server'])
      expect([other, allowTarget(target(other), { restricted: false, named })?.code]).toEqual([other, 'target-not-allowed']);
    expect(allowTarget(target('http://server'), { restricted: true, named })?.code).toBe('target-not-allowed');
  });
  it('is refused by every face without the dialog', async () => {
    const { handlers } = makeShell({ scenarios, visits: null });
    expect(await handlers['address.ask']({ kind: 'network' })).toMatchObject({ ok: false, fault: { code: 'target-not-allowed' } });
    expect(await handlers['visit.open']({ target: { kind: 'network', address: 'address-0001' } })).toMatchObject({
      ok: false,
      fault: { code: 'target-not-allowed' },
    });
  });
  it('is named again for a visit opened again, once, with an address that cannot be changed', async () => {
    const { addresses, questions } = person([null, { address: 'http://evil' }]);
    expect(await addresses.confirm('http://server')).toBe(false);
    expect(addresses.named('http://server')).toBe(false);
    expect(await addresses.confirm('http://server')).toBe(true);
    expect(await addresses.confirm('http://server')).toBe(true);
    expect(questions.map((q) => q.address)).toEqual(['http://server', 'http://server']);
    expect(addresses.named('http://evil')).toBe(false);
  });
  it('goes through a proxy only where there is one and it was chosen', async () => {
    const env = { HTTP_PROXY: 'http://user:secret@proxy:3128', https_proxy: 'proxy:3128' };
    const { addresses, questions } = person([{ address: 'server' }, { address: 'server', throughProxy: true }], env);
    await addresses.ask('network');
    expect(questions[0]?.proxies).toEqual([
      { name: 'HTTP_PROXY', proxy: 'http://proxy:3128' },
      { name: 'https_proxy', proxy: 'proxy:3128' },
    ]);
    expect(addresses.throughProxy('http://server')).toBe(false);
    await addresses.ask('network');
    expect(addresses.throughProxy('http://server')).toBe(true);
  });
});

describe('a typed account', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const account = { user: 'DOMAIN¥admin', password: 'pass' };

  it('is kept beside its host, and forgotten after 15 minutes without use', async () => {
    const { addresses } = person([{ address: 'SBS01', account }]);
    await addresses.ask('windows');
    const secret = addresses.secret('sbs01');
    expect(secret?.user).toBe('DOMAIN\\admin');
    vi.advanceTimersByTime(14 * 60_000);
    expect(secret?.take()).toBe('pass');
    vi.advanceTimersByTime(14 * 60_000);
    expect(secret?.take()).toBe('pass');
    vi.advanceTimersByTime(15 * 60_000);
    expect(secret?.take()).toBeNull();
  });
  it('is typed again for the same account, in main’s dialog', async () => {
    const { addresses, questions } = person([{ address: 'sbs01', account }, { account: { user: 'other', password: 'again' } }]);
    await addresses.ask('windows');
    addresses.secret('sbs01')?.forget();
    expect(await addresses.password('windows:sbs01')).toBe(true);
    expect(questions[1]).toMatchObject({ kind: 'password', address: 'sbs01', user: 'DOMAIN\\admin' });
    expect(addresses.secret('sbs01')).toMatchObject({ user: 'DOMAIN\\admin' });
    expect(addresses.secret('sbs01')?.take()).toBe('again');
    expect(await addresses.password('windows:other')).toBe(false);
  });
  it('is gone when the same host is opened with the current account', async () => {
    const { addresses } = person([{ address: 'sbs01', account }, { address: 'sbs01' }]);
    await addresses.ask('windows');
    const before = addresses.secret('sbs01');
    await addresses.ask('windows');
    expect(before?.take()).toBeNull();
    expect(addresses.secret('sbs01')).toBeNull();
  });
  it('stays with a visit that has it open, whatever is typed or closed beside it', async () => {
    const { addresses } = person([{ address: 'sbs01', account }, { address: 'sbs01' }]);
    await addresses.ask('windows');
    const [first, second] = [addresses.secret('sbs01')?.open(), addresses.secret('sbs01')?.open()];
    await addresses.ask('windows');
    expect(addresses.secret('sbs01')).toBeNull();
    second?.forget();
    second?.forget();
    expect(first?.take()).toBe('pass');
    first?.forget();
    expect(first?.take()).toBeNull();
  });
  it('has a name, and is for another computer only', async () => {
    const { addresses, faults } = person([{ address: 'sbs01', account: { user: ' ', password: '' } }, { account }, null]);
    expect(await addresses.ask('windows')).toBeNull();
    expect(faults.map((f) => f.code)).toEqual(['input-account-missing', 'input-account-here']);
  });
});

describe('what the dialog’s page sends', () => {
  it('is strict and bounded', () => {
    const good = { address: 'server', account: null, throughProxy: false };
    expect(readAnswer(good)).toEqual(good);
    for (const bad of [
      null,
      'x',
      {},
      { ...good, more: 1 },
      { ...good, address: 'x'.repeat(301) },
      { ...good, account: { user: 'u' } },
      { ...good, throughProxy: 1 },
    ])
      expect(readAnswer(bad)).toBeNull();
  });
});
