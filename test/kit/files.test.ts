/** The files of a kit: ASCII, CRLF, no BOM for machines; texts for people open as they claim; the list of hashes is right. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeCp932 } from '../../electron/kit/cp932';
import { kitFiles, kitTexts } from '../../electron/kit/files';
import { requestOf } from '../../shared/kit';
import type { Operation } from '../../shared/operation';
import { drifts, inverseOf } from '../../shared/operation';
import { identityValues, policyValues } from '../../shared/operation-schema';
import { worldNamed } from '../helpers/worlds';
import { kitNumber } from './carried';
import { agentSha256, agentText, Machine, stick } from './machine';

const own = {
  own: { iis: 7, allowUnlisted: false, denyAction: 'NotFound', entries: [{ verb: 'add', address: '10.0.0.0', mask: '255.0.0.0', allowed: true }] },
} as const;
const own6 = {
  own: { iis: 6, grantByDefault: false, grant: [{ address: '10.0.0.0', mask: '255.0.0.0' }], deny: [], grantNames: ['a.example'], denyNames: [] },
} as const;
const machine = 'SBS01';
/** One of each kind. */
const operations: Operation[] = [
  { operation: 'service.set-start-mode', machine, service: 'WSusCertServer', expect: 'disabled', to: 'manual' },
  { operation: 'service.stop', machine, service: 'wuauserv', expect: 'running', to: 'stopped' },
  { operation: 'registry.delete', machine, name: 'SusClientId', expect: { own: { type: 'REG_SZ', value: 'x' } }, to: 'absent' },
  { operation: 'registry.set', machine, name: 'PingID', expect: 'absent', to: { own: { type: 'REG_SZ', value: 'x' } } },
  { operation: 'service.start', machine, service: 'wuauserv', expect: 'stopped', to: 'running' },
  { operation: 'application-pool.start', machine, pool: 'WsusPool', expect: 'stopped', to: 'started' },
  { operation: 'ip-restriction.replace', machine, node: 'WSUS の管理/Selfupdate', expect: 'inherits', to: own },
  { operation: 'ip-restriction.replace', machine, node: 'W3SVC/1/ROOT/Selfupdate', expect: own6, to: 'inherits' },
  { operation: 'client.detect-now', machine, resetAuthorization: true, expect: 'nothing', to: 'nothing' },
  { operation: 'server.check-health', machine, expect: 'nothing', to: 'nothing' },
] as never;
const given = { kit: kitNumber, agent: { text: agentText, sha256: agentSha256 } };
const kits = {
  collect: kitFiles(kitTexts('collect', given, null)),
  fix: kitFiles(kitTexts('fix', given, { computer: '\u30b5\u30fc\u30d0\u30fc01', domain: null, operations })),
};

describe.each(Object.entries(kits))('a %s kit', (kind, files) => {
  it('holds what it needs', () => {
    const names = files.map((f) => f.file);
    expect(names).toEqual(
      expect.arrayContaining(['agent.js', 'collect.cmd', requestOf('collect'), 'README.txt', 'README.ja.txt', 'messages.ja.txt', 'sha256.txt']),
    );
    expect(names.includes('fix.cmd') && names.includes('undo.cmd')).toBe(kind === 'fix');
  });
  it('is ASCII with CRLF and no BOM where machines read it, in CP932 for people in Japanese, and README.txt reads the same as UTF-8 and CP932', () => {
    for (const { file, bytes } of files) {
      const text = bytes.toString('latin1');
      const bare = text.replaceAll('\r\n', '');
      expect([file, /[\r\n]/.test(bare), bytes.subarray(0, 3).toString('hex') === 'efbbbf']).toEqual([file, false, false]);
      if (/\.ja\.txt$/.test(file)) {
        const japanese = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
        expect([file, /[\u3041-\u30ff]/.test(japanese), japanese.includes('\ufffd')]).toEqual([file, true, false]);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
      } else {
        expect([file, /^[\x20-\x7e\r\n]*$/.test(text)]).toEqual([file, true]);
        expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(new TextDecoder('shift_jis', { fatal: true }).decode(bytes));
      }
    }
  });
  it('lists the right hash of every other file', () => {
    const list = files.find((f) => f.file === 'sha256.txt')?.bytes.toString('latin1') ?? '';
    const lines = list.split('\r\n').filter(Boolean);
    expect(lines.length).toBe(files.length - 1);
    for (const line of lines) {
      const [hash, name] = line.split(' *');
      expect([
        name,
        createHash('sha256')
          .update(files.find((f) => f.file === name)?.bytes ?? '')
          .digest('hex'),
      ]).toEqual([name, hash]);
    }
  });
  it('has .cmd files whose every jump has its label, and that end with a code', () => {
    for (const { file, bytes } of files.filter((f) => f.file.endsWith('.cmd'))) {
      const lines = bytes.toString('latin1').split('\r\n');
      const labels = lines.flatMap((l) => /^:(\w+)/.exec(l)?.[1] ?? []);
      const jumps = lines.flatMap((l) => /goto (\w+)$/.exec(l)?.[1] ?? []);
      expect([file, [...new Set(jumps)].sort()]).toEqual([file, [...labels].sort()]);
      expect([file, lines.filter(Boolean).at(-1)]).toEqual([file, 'exit /b %RESULT%']);
      // A word with a character that means something to cmd is written so that it means nothing.
      for (const line of lines.filter((l) => l.startsWith('echo '))) expect([line, /(?<!\^)[&<>|()]/.test(line)]).toEqual([line, false]);
    }
  });
});

describe('CP932', () => {
  it('is the way back from the decoder, for every character it has', () => {
    const text = '\u3042\u30a2\u6f22\u5b57\uff71 ABC~\\ \u2460\u3231\u9ad9';
    expect(new TextDecoder('shift_jis').decode(encodeCp932(text) as Buffer)).toBe(text);
    expect(encodeCp932('\u{1f600}')).toBe(null);
    expect(encodeCp932('\u00e9')).toBe(null);
  });
});

describe('the way back', () => {
  it('that the agent writes down is the one of the plan, for every kind of operation', () => {
    // A machine that refuses everything but still writes its record: only the record is looked at.
    const made = new Machine(worldNamed('healthy-sbs2003'));
    made.carry(kitNumber, { computer: machine, domain: 'CONTOSO', operations });
    const script = made.disk
      .text(`${stick}\\agent.js`)
      .replace(
        /main\(\);\r\n$/,
        "var blocks = operationBlocks(readLinesOf('fix.txt')); for (var b = 0; b < blocks.length; b++) { var lines = blockLines('', inverseBlock(blocks[b])); for (var k = 0; k < lines.length; k++) WScript.Echo(lines[k].name + '=' + lines[k].value); }\r\n",
      );
    made.disk.put(`${stick}\\agent.js`, script);
    const said = made.start('fix').said.filter((line) => !/^(machine|resetAuthorization)=/.test(line));
    const inverses = operations.map(inverseOf);
    const fix = kitTexts('fix', given, { computer: machine, domain: null, operations: inverses.filter((o) => o !== null) });
    const meant = (fix.find((t) => t.file === 'fix.txt')?.text ?? '')
      .split('\r\n')
      .filter((line) => line !== '' && !/^(schema|take|host|kit|agent|computer|domain|machine|backup|lines)=/.test(line));
    const blocks = (lines: readonly string[]) =>
      lines
        .join('\n')
        .split(/^operation=/m)
        .slice(1)
        .map((b) => b.trim().split('\n').sort().join('\n'));
    const nothing = inverses.filter((o) => o === null).length;
    expect(blocks(said).filter((b) => b === 'nothing').length).toBe(nothing);
    const unescaped = meant.map((line) => line.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
    expect(blocks(said).filter((b) => b !== 'nothing')).toEqual(blocks(unescaped));
  });
});

describe('undo.cmd', () => {
  it('asks about a changed value only where Windows Update rewrites it by itself', () => {
    const values = [...identityValues, ...policyValues].map((name) => ({ ...operations[3], name }) as Operation);
    const made = new Machine(worldNamed('healthy-sbs2003'));
    made.carry(kitNumber, { computer: machine, domain: null, operations: values });
    const main = "var blocks = operationBlocks(readLinesOf('fix.txt')); for (var b = 0; b < blocks.length; b++) WScript.Echo(String(driftsAlone(blocks[b])));";
    made.disk.put(`${stick}\\agent.js`, made.disk.text(`${stick}\\agent.js`).replace(/main\(\);\r\n$/, `${main}\r\n`));
    expect(made.start('fix').said).toEqual(values.map((o) => String(drifts(o))));
  });
});
