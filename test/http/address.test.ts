/** Addresses as they are typed: what works, and one clear fault for what does not. test/fixtures/bad holds the bad ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networkAdapter } from '../../electron/targets/network';
import { faultTexts } from '../../shared/messages/faults';
import { say } from '../../shared/messages/text';
import { portsOf, readServerAddress } from '../../shared/server-address';
import { readTarget, showTarget } from '../../shared/target';
import { must } from '../helpers/shell';
import { root } from '../helpers/worlds';

describe('an address that works', () => {
  for (const [text, scheme, host, ports] of [
    ['http://sbs01', 'http', 'sbs01', [80, 8530]],
    ['https://sbs01', 'https', 'sbs01', [443, 8531]],
    ['http://sbs01:8530', 'http', 'sbs01', [8530]],
    ['HTTP://SBS01.contoso.local:80/', 'http', 'SBS01.contoso.local', [80]],
    ['http://sbs01:8530/ClientWebService/client.asmx', 'http', 'sbs01', [8530]],
    ['http://192.168.16.2', 'http', '192.168.16.2', [80, 8530]],
    ['http://[::1]:8530', 'http', '::1', [8530]],
    ['http://[2001:db8::2]', 'http', '2001:db8::2', [80, 8530]],
    ['http://[fe80::1%eth0]', 'http', 'fe80::1%eth0', [80, 8530]],
    ['http://サーバー.example.jp', 'http', 'サーバー.example.jp', [80, 8530]],
    ['http://bücher.example:8530', 'http', 'bücher.example', [8530]],
    ['ｈｔｔｐ：／／ｓｂｓ０１：８５３０', 'http', 'sbs01', [8530]],
    ['  http://sbs01  ', 'http', 'sbs01', [80, 8530]],
    ['http://sbs01:', 'http', 'sbs01', [80, 8530]],
  ] as const)
    it(text, () => {
      const address = must(readServerAddress(text));
      expect([address.scheme, address.host, portsOf(address)]).toEqual([scheme, host, ports]);
      const target = must(readTarget(text));
      expect(must(readTarget(showTarget(target)))).toEqual(target);
      const adapter = must(networkAdapter(showTarget(target)));
      expect(adapter.kind).toBe('network');
      adapter.close();
    });
});

describe('an address that does not', () => {
  const folder = join(root, 'test', 'fixtures', 'bad');
  const codes = readdirSync(folder).filter((name) => name.startsWith('input-address-'));
  it('holds a zero byte', () => expect(readTarget('http://sbs\u000001')).toMatchObject({ ok: false, fault: { code: 'input-address-host' } }));
  it('has a folder for each of the five faults', () => expect(codes.length).toBe(5));
  for (const code of codes)
    for (const line of (JSON.parse(readFileSync(join(folder, code, 'cases.json'), 'utf8')) as { args: string[] }[]).map((c) => c.args[2] ?? ''))
      it(`${JSON.stringify(line)} is ${code}, in one line`, () => {
        const read = readTarget(line);
        expect(read).toMatchObject({ ok: false, fault: { code } });
        if (read.ok) return;
        for (const lang of ['en', 'ja'] as const) {
          const text = `${say(faultTexts[read.fault.code].message, lang, read.fault.facts)} ${say(faultTexts[read.fault.code].help, lang, read.fault.facts)}`;
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
          expect(text).not.toMatch(/[\u0000-\u001f\u007f]|S3cret|undefined|\?\s/);
        }
      });
});
