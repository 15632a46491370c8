/** Elevation, as far as it can be proved here: where it is offered, what the scripts say, where the agent answers, and a no. */
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { askScript, elevated, mayElevate, newOutput, outputFile } from '../../electron/elevate';
import { probesRequest } from '../../electron/targets/agent-request';
import { must } from '../helpers/shell';
import { worldNamed } from '../helpers/worlds';
import { runAgent } from './engine';
import { Lab } from './lab';

const env = { ProgramFiles: 'C:\\Program Files', SystemRoot: 'C:\\Windows', ProgramData: 'C:\\ProgramData' };
const limits = { question: 1000, whole: 3000 };
const ways = (read: (path: string) => string | null, asked = true) => ({ ask: async () => asked, read, wait: async () => {} });

describe('elevation', () => {
  it('is offered only from a place that plain users cannot write to', () => {
    expect(mayElevate('C:\\Program Files\\WSUS Wizard\\resources\\agent.js', env)).toBeNull();
    for (const path of [
      'D:\\wsus-wizard\\agent.js',
      'C:\\Users\\a\\Downloads\\agent.js',
      'C:\\Program Files\\..\\Users\\a\\agent.js',
      'C:\\Program FilesX\\agent.js',
    ])
      expect([path, mayElevate(path, env)?.code]).toEqual([path, 'unsupported-elevation']);
  });
  it('asks with a short ES3 script in ASCII', () => {
    const script = must(askScript('C:\\Windows\\System32\\cscript.exe', 'C:\\Program Files\\\u8a3a\u65ad & x\\agent.js', 'C:\\Temp\\request.txt'));
    expect(() => parse(script, { ecmaVersion: 3 })).not.toThrow();
    expect(/^[\x20-\x7e\r\n]*$/.test(script)).toBe(true);
    expect(script).toContain('"runas"');
    expect(askScript('C:\\Windows\\System32\\cscript.exe', 'C:\\a" x', 'C:\\r')).toMatchObject({ ok: false });
  });
  it('gives the answers once their end line is there', async () => {
    let reads = 0;
    const text = '{"schema":"x"}\r\n{"end":"ok","lines":2}\r\n';
    const got = await elevated(
      's',
      'f',
      ways(() => (++reads < 3 ? null : text)),
      limits,
    );
    expect(got).toEqual({ ok: true, value: text });
  });
  it('waits for the end of what was begun, though it was to stop meanwhile', async () => {
    let reads = 0;
    let withdrawn = 0;
    const begun = '{"schema":"x"}\r\n';
    const whole = `${begun}{"end":"ok","lines":2}\r\n`;
    const got = await elevated(
      's',
      'f',
      ways(() => (++reads < 3 ? begun : whole)),
      limits,
      () => void withdrawn++,
      () => true,
    );
    expect([got, withdrawn]).toEqual([{ ok: true, value: whole }, 0]);
  });
  it('takes a no for a no', async () => {
    expect(
      await elevated(
        's',
        'f',
        ways(() => null),
        limits,
      ),
    ).toMatchObject({ ok: false, fault: { code: 'denied-elevation' } });
    expect(
      await elevated(
        's',
        'f',
        ways(() => null, false),
        limits,
      ),
    ).toMatchObject({ ok: false, fault: { code: 'denied-elevation' } });
  });
});

describe('the elevated agent', () => {
  const run = (lab: Lab, output: string) => {
    const files = new Map<string, string[]>();
    const echoed: string[] = [];
    runAgent(lab, { request: probesRequest({ host: null, user: null }, ['services'], output), echo: (line) => void echoed.push(line), files });
    return { files, echoed };
  };
  it('answers into a folder that it makes itself', () => {
    const name = newOutput();
    const { files, echoed } = run(new Lab(worldNamed('added-subnet')), name);
    expect([...files.keys()]).toEqual([`C:\\ProgramData\\wsus-wizard\\${name}\\answers.jsonl`]);
    expect(echoed).toEqual([]);
    const lines = [...files.values()][0] as string[];
    expect(JSON.parse(lines.at(-1) as string)).toEqual({ end: 'ok', lines: lines.length });
    expect(outputFile(name, env).replaceAll('/', '\\')).toBe(`C:\\ProgramData\\wsus-wizard\\${name}\\answers.jsonl`);
  });
  it('removes answers of runs that ended an hour ago, and nothing else', () => {
    const base = 'C:\\ProgramData\\wsus-wizard';
    const [old, young, elsewhere, own] = [newOutput(), newOutput(), newOutput(), newOutput()];
    const file = (name: string, of = 'answers.jsonl') => `${base}\\${name}\\${of}`;
    const files = new Map([file(old), file(old, 'other.txt'), file(young), file(elsewhere), file('visits')].map((path) => [path, ['x']]));
    runAgent(new Lab(worldNamed('added-subnet'), { lacks: [`plain ${base}\\${elsewhere}`] }), {
      request: probesRequest({ host: null, user: null }, ['services'], own),
      echo: () => {},
      files,
      hoursOld: (folder) => (folder.endsWith(young) ? 0.9 : 1.1),
    });
    expect([...files.keys()]).toEqual([file(old, 'other.txt'), file(young), file(elsewhere), file('visits'), file(own)]);
    expect(files.get(file(own))?.at(-1)).toMatch(/"end":"ok"/);
  });
  it('refuses a name that is not random, and a way through a reparse point', () => {
    for (const [lab, name] of [
      [new Lab(worldNamed('added-subnet')), '..\\..\\Windows'],
      [new Lab(worldNamed('added-subnet'), { lacks: ['plain C:\\ProgramData\\wsus-wizard'] }), newOutput()],
    ] as const) {
      const { files, echoed } = run(lab, name);
      expect(files.size).toBe(0);
      expect(JSON.parse(echoed.at(-1) as string)).toMatchObject({ end: 'error', fault: { code: 'probe-request-refused' } });
    }
  });
});
