/** Registry exports: every trap of the format, and no value that was not whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../electron/targets/decode';
import { clientOf, hardwareSerial } from '../../shared/formats/client-reg';
import { readReg, regText, regValue } from '../../shared/formats/reg-file';

const update = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate';
const id = '6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10';
const text = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]',
  '"ComputerName"="PC05"',
  '',
  `[HKEY_LOCAL_MACHINE\\${update}]`,
  '; a note',
  `"SusClientId"="${id}"`,
  '"SusClientIdValidation"=hex:06,00,08,00,00,00,41,\\',
  '  00,42,00,20,00,20,00',
  '"PingID"="a\\\\b \\"c\\""',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate]',
  '"WUServer"="http://sbs01:8530"',
  '"WUStatusServer"="http://sbs01:8530"',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU]',
  '"UseWUServer"=dword:00000001',
  '',
].join('\r\n');

const read = (source: string) => {
  const file = readReg(source);
  if (!file.ok) throw new Error(file.fault.code);
  return file.value;
};

test('an export tells name, ids and policy of its client', () => {
  const client = clientOf(read(text), 'a/b.reg');
  expect(client).toMatchObject({ name: 'PC05', named: true });
  expect(client.identity).toMatchObject({
    outcome: 'ok',
    value: { susClientId: id, validation: '0600080000004100420020002000', pingId: 'a\\b "c"', accountDomainSid: null },
  });
  expect(client.policy).toMatchObject({ outcome: 'ok', value: { wuServer: 'http://sbs01:8530', useWuServer: true } });
  expect(hardwareSerial('0600080000004100420020002000')).toBe('AB');
});

test('UTF-16 with BOM, ANSI of REGEDIT4 and CP932 give the same values', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const ansi = Buffer.from(text.replace('Windows Registry Editor Version 5.00', 'REGEDIT4'), 'latin1');
  // "経理PC" in CP932; the second byte of a character may be a backslash (0x5C).
  const cp932 = Buffer.concat([
    Buffer.from('REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]\r\n"ComputerName"="', 'latin1'),
    Buffer.from([0x8c, 0x6f, 0x97, 0x9d, 0x83, 0x5c]),
    Buffer.from('"\r\n', 'latin1'),
  ]);
  const expected = clientOf(read(text), 'x');
  expect(clientOf(read(decodeText(utf16)), 'x')).toEqual(expected);
  expect(clientOf(read(decodeText(ansi)), 'x')).toEqual(expected);
  expect(clientOf(read(decodeText(cp932).replace(/ソ"/, 'ソ"')), 'x').name).toBe('経理ソ');
});

test('names are compared without case, a deleted key holds nothing', () => {
  const file = read('REGEDIT4\n[hkey_local_machine\\SOFTWARE\\x]\n"NAME"="1"\n[-HKEY_LOCAL_MACHINE\\SOFTWARE\\y]\n"name"="2"\n');
  expect(regText(regValue(file, 'software\\X', 'name'))).toBe('1');
  expect(regValue(file, 'software\\y', 'name')).toBeUndefined();
});

test('a policy value of the wrong type is ignored, as Windows does', () => {
  const wrong = text.replace('dword:00000001', 'hex(b):01,00,00,00,00,00,00,00').replace('"WUServer"="http://sbs01:8530"', '"WUServer"=dword:00000001');
  expect(clientOf(read(wrong), 'x').policy).toMatchObject({ value: { useWuServer: null, wuServer: null, wuStatusServer: 'http://sbs01:8530' } });
});

test('an export without a computer name is called by its file', () => {
  const unnamed = text.replace(/\[HKEY_LOCAL_MACHINE\\SYSTEM.*?\r\n\r\n/s, '');
  expect(clientOf(read(unnamed), 'clients/a.reg')).toMatchObject({ name: 'clients/a.reg', named: false });
});

test('a hex text of the kind REG_EXPAND_SZ is read as text', () => {
  const file = read('REGEDIT4\r\n[HKEY_LOCAL_MACHINE\\k]\r\n"v"=hex(2):41,00,42,00,00,00\r\n');
  expect(regText(regValue(file, 'k', 'v'))).toBe('AB');
});

test('cut at any character, an export gives only whole values, and then absence proves nothing', () => {
  const whole = new Map(
    [...read(text).keys].flatMap(([key, values]) => [...values].map(([name, value]) => [`${key}|${name}`, JSON.stringify(value)] as const)),
  );
  const strict = (cut: number) => {
    const file = readReg(text.slice(0, cut));
    if (!file.ok) return;
    for (const [key, values] of file.value.keys)
      for (const [name, value] of values) expect(JSON.stringify(value), `cut at ${cut}`).toBe(whole.get(`${key}|${name}`));
    const identity = clientOf(file.value, 'x').identity;
    if (identity.outcome === 'ok' && identity.value.validation === null) expect(text.slice(0, cut)).not.toMatch(/"SusClientIdValidation"=h[^\r]*$/);
  };
  for (let cut = 0; cut <= text.length; cut++) strict(cut);
});

test('whatever bytes stand in it, reading ends in a result or a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
      const source = `${headed ? 'REGEDIT4\r\n[HKEY_LOCAL_MACHINE\\x]\r\n' : ''}${decodeText(bytes)}`;
      expect([true, false]).toContain(readReg(source).ok);
    }),
  );
});
