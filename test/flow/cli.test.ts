import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { worldText } from '../../electron/targets/simulated';
import type { DocumentName } from '../../shared/documents';
import { documents } from '../../shared/documents';
import { ensureBuilt } from '../helpers/build';
import type { Printed } from '../helpers/cli';
import { documentOf, looksLikeStack, runCli } from '../helpers/cli';
import { expectedOf } from '../helpers/expected';
import { configFile } from '../helpers/files';
import { scenarioIds, worldNamed } from '../helpers/worlds';

let temp = '';
let evidence = '';
beforeAll(() => {
  ensureBuilt();
  temp = mkdtempSync(join(tmpdir(), 'wsus-wizard-cli-'));
  evidence = join(temp, 'evidence');
  mkdirSync(evidence);
  const { name, text } = configFile(worldNamed('added-subnet'));
  writeFileSync(join(evidence, name), text);
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** One document that keeps its schema, and no stack. */
async function json(args: readonly string[], code: number, state = join(temp, 'none')) {
  const printed = await runCli([...args, '--json'], { state });
  expect([args.join(' '), printed.code, printed.stderr]).toEqual([args.join(' '), code, '']);
  const document = documentOf(printed) as Record<string, never> & { schema: string };
  const name = document.schema.replace('wsus-wizard/', '') as DocumentName;
  const read = documents[name].safeParse(document);
  expect([name, read.success ? null : read.error.issues[0]]).toEqual([name, null]);
  expect(Buffer.from(printed.stdout).subarray(0, 3).toString('hex')).not.toBe('efbbbf');
  // biome-ignore lint/suspicious/noExplicitAny: the schema was checked above; the tests read it as a script would.
  return document as unknown as { schema: string; [key: string]: any };
}
const clean = (text: string): boolean => !looksLikeStack(text);

/** What may differ between two looks at the same evidence. */
const comparable = (document: object): string =>
  JSON.stringify(document, (key, value) => (['app', 'visit', 'takenAt', 'ms'].includes(key) ? undefined : value));

describe('diagnose', () => {
  it('prints one document that keeps its schema, with a finding for what is wrong', async () => {
    const document = await json(['diagnose', '--target', 'simulated:added-subnet'], 1);
    expect(Object.keys(document)).toEqual([
      'schema',
      'app',
      'visit',
      'takenAt',
      'target',
      'product',
      'probes',
      'findings',
      'admitted',
      'passed',
      'notApplicable',
    ]);
    expect(document).toMatchObject({
      schema: 'wsus-wizard/diagnosis/1',
      visit: null,
      target: { kind: 'simulated', name: 'added-subnet', simulated: true },
      product: { generation: '3.0-sp1' },
    });
    for (const want of expectedOf('added-subnet').found)
      expect(document.findings).toContainEqual(expect.objectContaining({ check: want.check, severity: want.severity }));
    const refused = document.findings.find((f: { check: string }) => f.check === 'selfupdate-refuses-clients');
    expect(refused.fixes[0]).toMatchObject({
      id: 'grant-subnet',
      choices: [
        { name: 'vroots', several: true },
        { name: 'subnets', default: ['192.168.20.0/24'] },
      ],
    });
    expect(refused.sources[0]).toMatchObject({ id: 'release-note-3.0-sp1', url: expect.stringMatching(/^https:/) });
  });

  it('answers --client at every WSUS address: admitted or refused, by which entry, inherited from where', async () => {
    const { admitted } = await json(['diagnose', '--target', 'simulated:added-subnet', '--client', '192.168.20.101', '--client', '192.168.16.21'], 1);
    expect(admitted).toContainEqual({
      client: '192.168.20.101',
      subnet: '192.168.20.0/24',
      node: 'W3SVC/1/ROOT/Selfupdate',
      admitted: false,
      entry: null,
      decidedBy: 'W3SVC/1/ROOT',
      inheritedFrom: 'W3SVC/1/ROOT',
    });
    expect(admitted).toContainEqual({
      client: '192.168.16.21',
      subnet: '192.168.16.0/24',
      node: 'W3SVC/1/ROOT/Selfupdate',
      admitted: true,
      entry: '192.168.16.0/255.255.255.0',
      decidedBy: 'W3SVC/1/ROOT',
      inheritedFrom: 'W3SVC/1/ROOT',
    });
    expect(admitted.length).toBe(2 * 7);
  });

  it('leaves no trace without --keep', async () => {
    const state = join(temp, 'no-trace');
    await json(['diagnose', '--target', 'simulated:healthy-server2022'], 0, state);
    expect(existsSync(state)).toBe(false);
  });

  it('gives two equal documents of the same evidence but for app, visit, takenAt and ms', async () => {
    const args = ['diagnose', '--target', `evidence:${evidence}`, '--client', '192.168.20.101', '--subnet', '192.168.20.0/24'];
    const [first, second] = [await json(args, 1), await json(args, 1)];
    expect(comparable(second)).toBe(comparable(first));
    expect(first.probes.find((p: { id: string }) => p.id === 'ip-restrictions').files).toMatchObject([{ file: 'MetaBase.xml' }]);
  });

  it.each([
    ['nothing to do', ['--target', 'simulated:healthy-server2022'], 0],
    ['notes only', ['--target', 'simulated:healthy-sbs2003'], 0],
    ['a problem', ['--target', 'simulated:denied-to-everyone'], 1],
    ['a warning', ['--target', 'simulated:cert-server-disabled'], 1],
  ])('ends with the exit code of %s', async (_name, args, code) => {
    await json(['diagnose', ...args], code);
  });

  it('ends with 3 where nothing failed but something could not be examined', async () => {
    const healthy = join(temp, 'healthy');
    mkdirSync(healthy);
    const { name, text } = configFile(worldNamed('healthy-sbs2003'));
    writeFileSync(join(healthy, name), text);
    const document = await json(['diagnose', '--target', `evidence:${healthy}`], 3);
    expect(document.findings.filter((f: { verdict: string }) => f.verdict === 'fail')).toEqual([]);
    expect(document.findings.find((f: { check: string }) => f.check === 'selfupdate-refuses-clients')).toMatchObject({
      verdict: 'unknown',
      facts: { reason: 'no-client-network' },
    });
  });

  it('changes only texts with --lang', async () => {
    const args = ['diagnose', '--target', 'simulated:merged-rules-iis10', '--client', '192.168.20.140'];
    const [en, ja] = [await json([...args, '--lang', 'en'], 1), await json([...args, '--lang', 'ja'], 1)];
    const texts = (document: object, keep: boolean) =>
      JSON.stringify(document, (key, value) =>
        ['app', 'visit', 'takenAt', 'ms'].includes(key) || (!keep && ['text', 'label', 'title', 'story', 'message', 'help'].includes(key)) ? undefined : value,
      );
    expect(texts(ja, false)).toBe(texts(en, false));
    expect(ja.findings[0].text.title).toMatch(/[\u3040-\u30ff]/);
    expect(en.findings[0].text.title).not.toMatch(/[\u3040-\u30ff]/);
  });

  it('writes the document to --out and nothing to stdout', async () => {
    const out = join(temp, 'out.json');
    const printed = await runCli(['diagnose', '--target', 'simulated:cert-server-disabled', '--json', '--out', out]);
    expect([printed.code, printed.stdout, printed.stderr]).toEqual([1, '', '']);
    expect(documents['diagnosis/1'].safeParse(JSON.parse(readFileSync(out, 'utf8'))).success).toBe(true);
  });

  it('takes clients from a file, full-width digits too', async () => {
    const file = join(temp, 'clients.txt');
    writeFileSync(file, '\uFEFF# branch\r\n１９２．１６８．２０．１０１=支店PC\r\n\r\n192.168.16.21\r\n');
    const { admitted } = await json(['diagnose', '--target', `evidence:${evidence}`, '--clients', file], 1);
    expect(new Set(admitted.map((a: { client: string }) => a.client))).toEqual(new Set(['192.168.20.101', '192.168.16.21']));
  });

  it('says everything in lines for people, in both languages', async () => {
    for (const lang of ['en', 'ja']) {
      const { code, stdout, stderr } = await runCli(['diagnose', '--target', 'simulated:added-subnet', '--lang', lang]);
      expect([code, stderr, clean(stdout)]).toEqual([1, '', true]);
      expect(stdout).toContain('192.168.20.0/24');
      expect(stdout).toContain('(selfupdate-refuses-clients)');
      expect(stdout).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('speaks the language of the system', async () => {
    const { stderr } = await runCli(['diagnose', '--target', 'nothing'], { lang: 'ja_JP.UTF-8' });
    expect(stderr).toMatch(/[\u3040-\u30ff]/);
  });
});

describe('fix and undo', () => {
  const fix = ['fix', '--target', 'simulated:added-subnet', '--check', 'selfupdate-refuses-clients', '--fix', 'grant-subnet'];
  const worldIn = (state: string, visit: string) => readFileSync(join(state, 'wsus-wizard', 'visits', visit, 'world.json'), 'utf8');

  it('shows the plan and changes nothing with --preview', async () => {
    const state = join(temp, 'preview');
    const plan = await json([...fix, '--preview'], 0, state);
    expect(Object.keys(plan)).toEqual([
      'schema',
      'visit',
      'plan',
      'fix',
      'check',
      'choices',
      'operations',
      'admittedBefore',
      'admittedAfter',
      'byHand',
      'warnings',
      'needs',
    ]);
    expect(plan).toMatchObject({
      visit: null,
      choices: { vroots: ['W3SVC/1/ROOT/ClientWebService', 'W3SVC/1/ROOT/Selfupdate'].sort().reverse(), subnets: ['192.168.20.0/24'] },
    });
    expect(plan.operations[0]).toMatchObject({
      n: 1,
      operation: 'ip-restriction.replace',
      before: 'inherits',
      risk: 'low',
      trigger: false,
      inverse: { operation: 'ip-restriction.replace' },
    });
    expect(plan.byHand[0]).toMatchObject({ en: expect.any(String), ja: expect.stringMatching(/[\u3040-\u30ff]/) });
    expect(existsSync(state)).toBe(false);
  });

  it('changes nothing without --yes and says so with 4', async () => {
    const state = join(temp, 'unconfirmed');
    await json(fix, 4, state);
    expect(existsSync(state)).toBe(false);
  });

  it('carries out with --yes, is verified, and undone by another process byte for byte', async () => {
    const state = join(temp, 'applied');
    const result = await json([...fix, '--yes'], 0, state);
    expect(Object.keys(result)).toEqual(['schema', 'visit', 'plan', 'kind', 'state', 'operations', 'verification']);
    expect(result).toMatchObject({
      kind: 'fix',
      state: 'applied',
      operations: [
        { n: 1, outcome: 'done', found: 'inherits' },
        { n: 2, outcome: 'done' },
      ],
    });
    expect(result.verification).toContainEqual(
      expect.objectContaining({ check: 'selfupdate-refuses-clients', before: 'fail', after: 'pass', result: 'resolved' }),
    );
    const first = worldText(worldNamed('added-subnet'));
    expect(worldIn(state, result.visit)).not.toBe(first);

    const { visits } = await json(['visits'], 0, state);
    expect(visits).toMatchObject([
      { visit: result.visit, target: { kind: 'simulated', name: 'added-subnet' }, applied: 2, undone: 0, uncertain: 0, readOnly: false },
    ]);

    const preview = await json(['undo', '--visit', result.visit, '--preview'], 0, state);
    expect(preview.operations.map((o: { after: unknown }) => o.after)).toEqual(['inherits', 'inherits']);
    const one = await json(['undo', '--visit', result.visit, '--plan', result.plan, '--operation', '2', '--yes'], 0, state);
    expect(one).toMatchObject({ kind: 'undo', state: 'applied', operations: [{ outcome: 'done' }] });
    const undone = await json(['undo', '--visit', result.visit, '--yes'], 0, state);
    expect(undone).toMatchObject({ kind: 'undo', state: 'applied' });
    expect(worldIn(state, result.visit)).toBe(first);
    expect((await json(['visits'], 0, state)).visits).toMatchObject([{ applied: 2, undone: 2 }]);

    const shown = await json(['visits', '--visit', result.visit], 0, state);
    expect(shown).toMatchObject({ schema: 'wsus-wizard/visit/1', visit: result.visit, plans: expect.any(Array) });
    await json(['visits', '--visit', result.visit, '--delete'], 4, state);
    await json(['visits', '--visit', result.visit, '--delete', '--yes'], 0, state);
    expect(readdirSync(join(state, 'wsus-wizard', 'visits'))).toEqual([]);
  });

  it('looks again within a visit that was kept', async () => {
    const state = join(temp, 'kept');
    const { visit } = await json(['diagnose', '--target', 'simulated:cert-server-disabled', '--keep'], 1, state);
    expect(await json(['diagnose', '--visit', visit], 1, state)).toMatchObject({ visit });
    const result = await json(['fix', '--visit', visit, '--check', 'cert-server-disabled', '--fix', 'set-cert-server-manual', '--yes'], 0, state);
    expect(result).toMatchObject({ visit, operations: [{ outcome: 'done', found: 'disabled', readBack: 'manual' }] });
    await json(['diagnose', '--visit', visit], 0, state);
  });

  it('stops a service again only with --include-starts', async () => {
    const state = join(temp, 'starts');
    const { visit } = await json(
      ['fix', '--target', 'simulated:web-server-stopped', '--check', 'web-publishing-stopped', '--fix', 'start-service', '--yes'],
      0,
      state,
    );
    const left = await json(['undo', '--visit', visit, '--preview'], 0, state);
    expect([left.operations, left.warnings[0].id]).toEqual([[], 'starts-left-out']);
    const all = await json(['undo', '--visit', visit, '--include-starts', '--preview'], 0, state);
    expect(all.operations).toMatchObject([{ operation: 'service.stop', subject: 'W3SVC.state', before: 'running', after: 'stopped', risk: 'medium' }]);
  });

  it('on evidence previews, and refuses --yes with 4', async () => {
    const args = ['fix', '--target', `evidence:${evidence}`, '--client', '192.168.20.101', '--check', 'selfupdate-refuses-clients', '--fix', 'grant-subnet'];
    const plan = await json([...args, '--preview'], 0);
    expect(plan.operations.length).toBeGreaterThan(0);
    expect(await json([...args, '--yes'], 4, join(temp, 'evidence-yes'))).toMatchObject({ schema: 'wsus-wizard/fault/1', code: 'unsupported-operation' });
  });

  it('takes directories by their short name', async () => {
    const plan = await json([...fix, '--choice', 'vroots=selfupdate', '--choice', 'subnets=192.168.20.0/25', '--preview'], 0);
    expect(plan.choices).toEqual({ vroots: ['W3SVC/1/ROOT/Selfupdate'], subnets: ['192.168.20.0/25'] });
  });
});

describe('scenarios', () => {
  it('lists every scenario with title and story, in the language asked for', async () => {
    for (const lang of ['en', 'ja']) {
      const { scenarios } = await json(['scenarios', '--lang', lang], 0);
      expect(scenarios.map((s: { id: string }) => s.id)).toEqual(scenarioIds);
      for (const s of scenarios) expect([s.id, s.title.length > 0, /[\u3040-\u30ff]/.test(s.story), 'faults' in s]).toEqual([s.id, true, lang === 'ja', false]);
    }
  });
  it('gives the trainer the answers with --answers', async () => {
    const { scenarios } = await json(['scenarios', '--answers'], 0);
    const added = scenarios.find((s: { id: string }) => s.id === 'added-subnet');
    expect(added).toMatchObject({ generation: '3.0-sp1', clients: 26 });
    expect(added.faults).toContainEqual({ check: 'selfupdate-refuses-clients', severity: 'problem', facts: { clients: 14, subnets: ['192.168.20.0/24'] } });
  });
});

describe('how it is called', () => {
  const both = async (args: readonly string[]): Promise<Printed> => runCli(args);
  it('offers the nearest for an unknown command or option, and ends with 2', async () => {
    for (const [args, near] of [
      [['diagnos'], '"diagnose"'],
      [['diagnose', '--targett', 'x'], '"--target"'],
      [['scenarios', '--answer'], '"--answers"'],
    ] as const) {
      const { code, stdout, stderr } = await both(args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(near);
      expect(stderr.trim().split('\n').length).toBe(1);
    }
  });
  it('prints its version and its help', async () => {
    expect(await both(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
    const help = await both(['--help']);
    expect([help.code, help.stdout.includes('diagnose'), help.stderr]).toEqual([0, true, '']);
    expect((await both([])).code).toBe(2);
  });
  it('reads --json and --lang also where the rest is wrong', async () => {
    const { code, stdout, stderr } = await both(['--lang', 'ja', 'diagnose', '--json', '--nonsense']);
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'input-unknown-option', message: expect.stringMatching(/[\u3040-\u30ff]/) });
  });
});
