import { describe, expect, it } from 'vitest';
import { readAddress } from '../../shared/address';
import { readIpSecurity } from '../../shared/formats/ip-security-blob';
import { compile, decide } from '../../shared/restriction';
import { ipSecurityHex } from '../helpers/files';
import { must } from '../helpers/shell';

const join = (...words: string[]) => words.join('');
const head = ['18000080', '20000080', '3c000080', '44000080', '01000000', '4c000000'];
const empty = ['00000000', '00000000'];
const names = [...empty, ...empty];

/** As published: what IIS' own dialog wrote for "only 127.0.0.1". */
const onlyLocal = join(...head, ...empty, '01000000', '01000000', '02000000', '02000000', '04000000', '00000000', '4c000080', ...names, 'ffffffff', '7f000001');
/** As published: a script's "nobody", a mask without an address. */
const maskAlone = join(...head, ...empty, '01000000', '00000000', '02000000', '01000000', '04000000', '00000000', '4c000080', ...names, 'ffffffff');
/** As published: n added to byte 36 and byte 44. */
const twoAddresses = join(
  ...head,
  ...empty,
  '01000000',
  '02000000',
  '02000000',
  '03000000',
  '04000000',
  '00000000',
  '4c000080',
  ...names,
  'ffffffff',
  '7f000001',
  'c0a81002',
);
/** As published: IIS' "deny all, nobody listed". */
const denyAll = join(...head, ...empty, '01000000', '01000000', '02000000', '02000000', '04000000', '00000000', '4c000080', ...names, 'ffffffff', '00000000');

const admits = (hex: string, address: string) =>
  decide(compile(6, [{ node: 'W3SVC', setting: { own: must(readIpSecurity(hex)) } }]), must(readAddress(address))).admitted;
const code = (hex: string) => {
  const read = readIpSecurity(hex);
  return read.ok ? read.value : read.fault.code;
};

describe('the published IPSecurity values', () => {
  it('84 bytes: only 127.0.0.1 is granted', () => {
    expect(onlyLocal.length).toBe(2 * 84);
    expect(must(readIpSecurity(onlyLocal))).toEqual({
      iis: 6,
      grantByDefault: false,
      grant: [{ address: '127.0.0.1', mask: '255.255.255.255' }],
      deny: [],
      grantNames: [],
      denyNames: [],
    });
    expect([admits(onlyLocal, '127.0.0.1'), admits(onlyLocal, '192.168.16.21')]).toEqual([true, false]);
  });
  it('80 bytes: a mask without an address grants nobody', () => {
    expect(maskAlone.length).toBe(2 * 80);
    expect(must(readIpSecurity(maskAlone))).toMatchObject({ grantByDefault: false, grant: [] });
    expect([admits(maskAlone, '127.0.0.1'), admits(maskAlone, '192.168.16.21'), admits(maskAlone, '0.0.0.0')]).toEqual([false, false, false]);
  });
  it('88 bytes: two addresses of one mask are granted', () => {
    expect(twoAddresses.length).toBe(2 * 88);
    expect(must(readIpSecurity(twoAddresses)).grant.map((e) => e.address)).toEqual(['127.0.0.1', '192.168.16.2']);
    expect([admits(twoAddresses, '192.168.16.2'), admits(twoAddresses, '192.168.16.3')]).toEqual([true, false]);
  });
  it('84 bytes with 0.0.0.0: denied to everyone, 0.0.0.0 itself too', () => {
    expect(denyAll.length).toBe(2 * 84);
    expect([admits(denyAll, '127.0.0.1'), admits(denyAll, '192.168.16.21'), admits(denyAll, '0.0.0.0')]).toEqual([false, false, false]);
  });
  it('empty text is an own value that admits everybody', () => {
    expect(must(readIpSecurity(''))).toEqual({ iis: 6, grantByDefault: true, grant: [], deny: [], grantNames: [], denyNames: [] });
    expect(admits('', '198.51.100.77')).toBe(true);
  });
  it('begin as published: pointers of a grant-only and of a deny-only value', () => {
    const grant = ipSecurityHex({ grantByDefault: false, grant: [{ address: '10.0.0.1', mask: '255.255.255.255' }], deny: [] });
    const deny = ipSecurityHex({ grantByDefault: true, grant: [], deny: [{ address: '10.0.0.1', mask: '255.255.255.255' }] });
    expect(grant.slice(0, 32)).toBe('18000080200000803c00008044000080');
    expect(deny.slice(0, 24)).toBe('18000080340000803c000080');
    expect(must(readIpSecurity(deny))).toMatchObject({ grantByDefault: true, grant: [], deny: [{ address: '10.0.0.1', mask: '255.255.255.255' }] });
  });
  it('are written again byte for byte by the writer of the tests', () => {
    const local = { address: '127.0.0.1', mask: '255.255.255.255' };
    expect(ipSecurityHex({ grantByDefault: false, grant: [local], deny: [] })).toBe(onlyLocal);
    expect(ipSecurityHex({ grantByDefault: false, grant: [local, { ...local, address: '192.168.16.2' }], deny: [] })).toBe(twoAddresses);
    expect(ipSecurityHex({ grantByDefault: false, grant: [{ ...local, address: '0.0.0.0' }], deny: [] })).toBe(denyAll);
  });
});

describe('an IPSecurity value that is not whole', () => {
  const word = (hex: string, at: number, to: string) => hex.slice(0, 2 * at) + to + hex.slice(2 * at + 8);
  it.each([
    ['odd number of digits', onlyLocal.slice(0, -1), 'malformed-blob-digits'],
    ['a letter that is no digit', `${onlyLocal.slice(0, -1)}g`, 'malformed-blob-digits'],
    ['cut behind the header', onlyLocal.slice(0, 48), 'malformed-blob-pointer'],
    ['cut before the header ends', onlyLocal.slice(0, 20), 'malformed-blob-pointer'],
    ['the last address cut off', onlyLocal.slice(0, -8), 'malformed-blob-pointer'],
    ['a pointer past the end', word(onlyLocal, 4, 'ff0f0080'), 'malformed-blob-pointer'],
    ['a pointer into the header', word(onlyLocal, 4, '04000080'), 'malformed-blob-pointer'],
    ['a pointer without its high bit', word(onlyLocal, 4, '20000000'), 'malformed-blob-pointer'],
    ['a count that overflows', word(onlyLocal, 44, 'ffffff7f'), 'malformed-blob-count'],
    ['a number of masks that overflows', word(onlyLocal, 32, 'ffffff7f'), 'malformed-blob-count'],
    ['a count that the entries contradict', word(onlyLocal, 36, '05000000'), 'malformed-blob-count'],
    ['another family of addresses', word(onlyLocal, 40, '17000000'), 'malformed-blob-count'],
  ])('is a fault, never a guess: %s', (_name, hex, wanted) => expect(code(hex)).toBe(wanted));

  it('is read in upper case and with blanks between', () => {
    expect(must(readIpSecurity(`  ${onlyLocal.toUpperCase().replace(/(.{8})/g, '$1\n')} `))).toEqual(must(readIpSecurity(onlyLocal)));
  });
  it('with a name table that is not empty says that the names are not decoded', () => {
    const hex = word(onlyLocal, 60, '01000000');
    expect(must(readIpSecurity(hex))).toMatchObject({ denyNames: 'not-decoded' });
    expect(admits(hex, '192.168.16.21')).not.toBe(true);
  });
  it('never throws or hangs, cut or changed at any byte', () => {
    for (let at = 0; at < onlyLocal.length; at++) code(onlyLocal.slice(0, at));
    for (let at = 0; at < onlyLocal.length; at += 2) for (const byte of ['00', '7f', '80', 'ff']) code(onlyLocal.slice(0, at) + byte + onlyLocal.slice(at + 2));
  });
});
