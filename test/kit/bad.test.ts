/** A kit that is damaged, misplaced, interrupted or not allowed: one clear line each, in both languages, and nothing done. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { readAnswers } from '../../shared/formats/answers';
import { faultTexts } from '../../shared/messages/faults';
import { say } from '../../shared/messages/text';
import type { Operation } from '../../shared/operation';
import { canonical } from '../../shared/operation';
import type { World } from '../../shared/simulation/world';
import { must } from '../helpers/shell';
import { worldNamed } from '../helpers/worlds';
import { collected, kitNumber, knownKit, laid, visitOf } from './carried';
import { PowerCut } from './disk';
import { Machine, places, stick } from './machine';

const computer = 'SBS01';
const operations: Operation[] = [
  { operation: 'service.set-start-mode', machine: computer, service: 'WSusCertServer', expect: 'disabled', to: 'manual' },
  { operation: 'service.set-start-mode', machine: computer, service: 'BITS', expect: 'manual', to: 'automatic' },
  { operation: 'service.start', machine: computer, service: 'BITS', expect: 'stopped', to: 'running' },
];
const plan = { computer, domain: 'CONTOSO', operations };
const world = (): World => {
  const sbs = worldNamed('cert-server-disabled');
  const service = (name: string, change: object) => ({ [name]: { ...sbs.services[name], ...change } as World['services'][string] });
  return { ...sbs, services: { ...sbs.services, ...service('BITS', { state: 'stopped', startMode: 'manual' }) } };
};

describe.each(['en', 'ja'] as const)('in %s', (lang) => {
  let machine: Machine;
  let first = '';
  beforeEach(() => {
    const made = world();
    machine = new Machine({ ...made, product: { ...made.product, system: { ...made.product.system, language: lang } } });
    machine.carry(kitNumber, plan);
    first = canonical(machine.lab.world);
  });
  const text = (en: string, ja: string) => (lang === 'en' ? en : ja);
  /** Refused in one last line, and the World is as it was. */
  function refused(take: 'collect' | 'fix' | 'undo', last: string, answers: readonly string[] = ['y', 'y', 'y', 'y']): void {
    const { code, said } = machine.start(take, answers);
    expect([code, said.at(-1)]).toEqual([41, expect.stringContaining(last)]);
    expect(canonical(machine.lab.world)).toBe(first);
    expect(machine.disk.foldersIn(stick)).toEqual([]);
  }
  const edit = (file: string, change: (text: string) => string) => machine.disk.put(`${stick}\\${file}`, change(machine.disk.text(`${stick}\\${file}`)));

  it('a kit copied in part', () => {
    machine.disk.remove(`${stick}\\collect.cmd`);
    for (const take of ['collect', 'fix', 'undo'] as const) refused(take, text('collect.cmd is missing', 'collect.cmd がありません'));
    machine.disk.remove(`${stick}\\sha256.txt`);
    refused('collect', 'sha256.txt');
  });
  it('an edited agent, an edited request', () => {
    edit('agent.js', (t) => t.replace("'IISADMIN'", "'IISADMIM'"));
    refused('fix', text('agent.js is not as it was written', 'agent.js が作成時と異なります'));
    machine.carry(kitNumber, plan);
    edit('fix.txt', (t) => t.replace('service=BITS', 'service=W3SVC'));
    refused('fix', 'fix.txt');
  });
  it('a request cut short, even where the list of hashes does not tell', () => {
    edit('fix.txt', (t) => t.slice(0, t.lastIndexOf('operation=')));
    refused('fix', 'fix.txt');
    edit('sha256.txt', (t) => t.replace(/.* \*fix\.txt\r\n/, ''));
    refused('fix', 'probe-request-refused');
  });
  it('an agent cut in half ends without the code of an end', () => {
    edit('agent.js', (t) => t.slice(0, t.length / 2));
    expect(machine.start('collect').code).toBe(null);
    expect(canonical(machine.lab.world)).toBe(first);
  });
  it('the wrong server, and the right name in another domain', () => {
    machine.carry(kitNumber, { ...plan, computer: 'SBS02' });
    refused('fix', text('for SBS02, and this computer is SBS01', 'SBS02 ですが、このコンピューターは SBS01'));
    machine.carry(kitNumber, { ...plan, domain: 'FABRIKAM' });
    refused('fix', text('in the domain FABRIKAM, and this one is in CONTOSO', 'FABRIKAM ですが、このコンピューターは CONTOSO'));
    machine.carry(kitNumber, { ...plan, domain: null });
    refused('fix', text('a computer that is in no domain, and this one is in the domain CONTOSO', 'このコンピューターはドメイン CONTOSO に属しています'));
    const alone = new Machine({ ...machine.lab.world, product: { ...machine.lab.world.product, domain: null } });
    alone.carry(kitNumber, plan);
    expect(alone.start('fix', ['y']).said.at(-1)).toContain(text('in the domain CONTOSO, and this one is in no domain', 'ドメインに参加していません'));
  });
  it('no administrator: a fix is refused, and says how; a collection says what it will lack', () => {
    const newer = worldNamed('healthy-server2022');
    machine = new Machine({ ...newer, product: { ...newer.product, system: { ...newer.product.system, language: lang } } });
    machine.elevated = false;
    machine.carry(kitNumber, { computer: newer.product.computer, domain: newer.product.domain, operations: [] });
    expect(machine.start('fix', ['y']).said.at(-1)).toContain(text('right-click fix.cmd and choose "Run as administrator"', '[管理者として実行]'));
    const looked = machine.start('collect');
    expect(looked.code).toBe(40);
    expect(looked.said.join('\n')).toContain(text('some questions will be denied', '一部の項目を読み取れません'));
  });
  it('an account without rights', () => {
    machine = new Machine(machine.lab.world);
    machine.carry(kitNumber, plan);
    Object.assign(machine.lab.options, { refuses: { '.': 0x80070005 } });
    for (const take of ['fix', 'undo'] as const) {
      const { code, said } = machine.start(take, ['y']);
      // The language itself could not be read.
      expect([code, said.at(-1)]).toEqual([41, expect.stringContaining('not enough rights (denied-dcom)')]);
    }
  });
  it('a collection where WMI is broken: it says what it cannot tell, and still copies what can be read', () => {
    machine = new Machine(machine.lab.world);
    machine.carry(kitNumber);
    machine.disk.put(places.clientLog, '2026-11-18\t13:00:00:123\t 840\t3ec\tAgent\t* WSUS server: http://sbs01\r\n');
    Object.assign(machine.lab.options, { refuses: { '.': 0x8004100e } });
    Object.assign(machine.environment, { '%COMPUTERNAME%': computer });
    const { code, said } = machine.start('collect');
    expect([code, said.join('\n')]).toEqual([
      40,
      expect.stringContaining('cannot be told whether this was started as administrator (probe-namespace-missing)'),
    ]);
    expect(machine.disk.foldersIn(stick)[0]).toMatch(/^SBS01-/);
    expect([...machine.disk.below(collected(machine)).keys()]).toEqual(expect.arrayContaining(['answers.json', 'left-out.txt', 'files\\WindowsUpdate.log']));
    expect(machine.disk.text(`${collected(machine)}\\answers.json`)).toContain('"computer":"SBS01"');
  });
  it('no to the question, and a closed window', () => {
    for (const answers of [['n'], [''], []]) refused('fix', text('Nothing was done', '何も実行していません'), answers);
  });
  it('a value that is not the one the plan was made for', () => {
    machine.carry(kitNumber, { ...plan, operations: [operations[0] as Operation, { ...operations[1], expect: 'disabled' } as Operation] });
    refused('fix', text('a value has changed since the plan was made', '計画の作成後に値が変わった'));
  });
  it('a fix from a place that cannot be written to, since no change is made without its record', () => {
    machine.disk.locked.add(stick);
    refused('fix', text('no change is made without its record', '変更記録を書き込めない'));
  });
  it('undo without anything done, and with the record of another kit', () => {
    refused('undo', text('Nothing to take back', '元に戻すものがありません'));
    machine.disk.put(`${stick}\\journal-1.txt`, 'schema=wsus-wizard/kit-journal/1\r\nkit=ffff\r\ncomputer=SBS01\r\n');
    refused('undo', 'journal-1.txt');
    refused('fix', 'journal-1.txt');
  });
  it('what is outside the closed list, whoever wrote the request', () => {
    for (const bad of [{ service: 'Spooler' }, { service: 'IISADMIN' }]) {
      machine.carry(kitNumber, { ...plan, operations: [{ ...operations[0], ...bad } as Operation] });
      refused('fix', 'unsupported-operation');
    }
  });
  it('a fix that has been made is not made again; after undo.cmd the first values stand', () => {
    expect(machine.start('fix', ['y']).code).toBe(40);
    const fixed = canonical(machine.lab.world);
    expect(machine.start('fix', ['y']).said.at(-1)).toContain(text('are in force already', 'すでに行われています'));
    expect(canonical(machine.lab.world)).toBe(fixed);
    expect(machine.start('undo', ['y', 'y']).code).toBe(40);
    expect(canonical(machine.lab.world)).toBe(first);
    expect(machine.start('fix', ['y']).code).toBe(40);
    expect(machine.disk.text(`${stick}\\journal-2.txt`)).toContain('ended=3 ok');
  });
  it('a long record is read to its end: every change is taken back', () => {
    expect(machine.start('fix', ['y']).code).toBe(40);
    // As the lists of a server with thousands of entries fill it.
    edit('journal-1.txt', (t) => t.replace('started=1', `${'filled=x\r\n'.repeat(30_000)}started=1`));
    expect(machine.start('undo', ['y', 'y']).code).toBe(40);
    expect(canonical(machine.lab.world)).toBe(first);
  });
  it('a value changed by somebody else stays', () => {
    machine.start('fix', ['y']);
    machine.lab.change({
      services: { ...machine.lab.world.services, WSusCertServer: { ...machine.lab.world.services.WSusCertServer, startMode: 'automatic' } as never },
    });
    const undone = machine.start('undo', ['y', 'y']);
    expect([undone.code, undone.said.join('\n')]).toEqual([41, expect.stringContaining(text('somebody else changed it', 'その後ほかで変更'))]);
    expect(machine.lab.world.services.WSusCertServer?.startMode).toBe('automatic');
    expect(machine.lab.world.services.BITS).toMatchObject({ state: 'stopped', startMode: 'manual' });
  });

  it('interrupted at any write of the record: the next start says so, and undo.cmd gives the first World again', () => {
    let cuts = 0;
    for (let at = 1; at < 12; at++) {
      const made = new Machine(machine.lab.world);
      made.carry(kitNumber, plan);
      let writes = 0;
      made.disk.written = (path) => {
        if (/journal/.test(path) && ++writes === at) throw new PowerCut('power');
      };
      const cut = made.start('fix', ['y']);
      made.disk.written = () => {};
      if (cut.code === 40) break;
      cuts++;
      const again = made.start('fix', ['y']);
      const started = /ready=/.test(made.disk.text(`${stick}\\journal-1.txt`));
      if (started) {
        expect([at, again.code, again.said.at(-1)]).toEqual([
          at,
          41,
          expect.stringMatching(text('interrupted at change|are in force already', '中断|すでに行われ')),
        ]);
        const undone = made.start('undo', ['y', 'y', 'y']);
        expect([at, undone.code]).toEqual([at, 40]);
        expect([at, canonical(made.lab.world)]).toEqual([at, first]);
      }
    }
    expect(cuts).toBeGreaterThan(5);
  });
  it('cut inside a trigger, which has nothing to take back: the rest is taken back, and the kit can start anew', () => {
    const made = new Machine(machine.lab.world);
    made.carry(kitNumber, {
      ...plan,
      operations: [operations[0] as Operation, { operation: 'server.check-health', machine: computer, expect: 'nothing', to: 'nothing' } as Operation],
    });
    let readies = 0;
    made.disk.written = () => {
      if (/ready=2\r\n$/.test(made.disk.text(`${stick}\\journal-1.txt`)) && ++readies === 1) throw new PowerCut('power');
    };
    made.start('fix', ['y']);
    made.disk.written = () => {};
    expect(made.start('fix', ['y']).said.at(-1)).toContain(text('are in force already', 'すでに行われています'));
    expect(made.start('undo', ['y']).code).toBe(40);
    expect(canonical(made.lab.world)).toBe(first);
    expect(made.start('fix', ['y']).code).toBe(40);
  });
  it('cut inside an operation, on either side of the write', () => {
    for (const done of [false, true]) {
      const made = new Machine(machine.lab.world);
      made.carry(kitNumber, plan);
      let readies = 0;
      made.disk.written = () => {
        if (/ready=2\r\n$/.test(made.disk.text(`${stick}\\journal-1.txt`)) && ++readies === 1) {
          if (done) made.lab.step(operations[1] as Operation);
          throw new PowerCut('power');
        }
      };
      made.start('fix', ['y']);
      made.disk.written = () => {};
      expect(made.start('fix', ['y']).said.at(-1)).toContain(text('interrupted at change 2', '2 件目の変更で中断'));
      expect(made.lab.world.services.BITS?.startMode).toBe(done ? 'automatic' : 'manual');
      expect(made.start('undo', ['y']).code).toBe(40);
      expect(canonical(made.lab.world)).toBe(first);
    }
  });
});

describe('what comes back', () => {
  let machine: Machine;
  beforeEach(() => {
    machine = new Machine(worldNamed('added-subnet'));
    machine.carry(kitNumber);
    machine.start('collect');
  });
  const codes = async (kits = [knownKit]) => {
    const session = await visitOf(machine, kits);
    return [...new Set((session.snapshot?.entries ?? []).flatMap((e) => e.faults ?? []).map((f) => f.fault.code))];
  };
  const answersPath = () => `${collected(machine)}\\answers.json`;

  it('of a kit written here is taken without a word', async () => expect(await codes()).toEqual([]));
  it('from another kit is named, and read all the same', async () => {
    expect(await codes([{ ...knownKit, kit: 'f'.repeat(32) }])).toEqual(['probe-kit-foreign']);
    const session = await visitOf(machine, []);
    expect(session.findings.map((f) => f.check)).toContain('selfupdate-refuses-clients');
  });
  it('with another agent than the kit was written with is named', async () =>
    expect(await codes([{ ...knownKit, agent: '0'.repeat(64) }])).toEqual(['probe-kit-agent']));
  it('without a number is not from this kit', async () => {
    machine.disk.put(answersPath(), machine.disk.text(answersPath()).replace(/,"kit":"[0-9a-f]+"/, ''));
    expect(await codes()).toEqual(['probe-kit-foreign']);
  });
  it('cut in half keeps its whole answers, and says it was cut', async () => {
    const text = machine.disk.text(answersPath());
    machine.disk.put(answersPath(), text.slice(0, text.length / 2));
    const read = must(readAnswers(machine.disk.text(answersPath())));
    expect(Object.keys(read.answers)).toEqual(expect.arrayContaining(['product', 'services']));
    expect(Object.keys(read.answers)).not.toContain('endpoints');
    expect(await codes()).toEqual(['malformed-answers-cut']);
  });
  it('beside the answers of another server names what was not used', async () => {
    const folder = laid(machine, stick);
    const other = new Machine({ ...worldNamed('healthy-sbs2003'), product: { ...worldNamed('healthy-sbs2003').product, computer: 'SBS02' } });
    other.carry(kitNumber);
    other.start('collect');
    const name = must(readAnswers(other.disk.text(`${collected(other)}\\answers.json`)));
    expect(name.computer).toBe('SBS02');
    writeFileSync(join(folder, 'other.json'), other.disk.text(`${collected(other)}\\answers.json`));
    const adapter = must(await evidenceAdapter(folder, 'x', () => [knownKit]));
    const faults: string[] = [];
    for await (const looked of adapter.look(['product'], { signal: new AbortController().signal, perProbe: 1000, told: { clients: [], subnets: [] } }))
      faults.push(...(looked.faults ?? []).map((f) => `${f.fault.code} ${f.file}`));
    expect(faults.some((f) => f.startsWith('unsupported-file-kind'))).toBe(true);
  });
  it('beside a kit that was edited or copied in part names the file', async () => {
    machine.disk.put(`${stick}\\agent.js`, `${machine.disk.text(`${stick}\\agent.js`)}\r\n`);
    machine.disk.remove(`${stick}\\README.ja.txt`);
    const adapter = must(await evidenceAdapter(laid(machine, stick), 'x', () => [knownKit]));
    const faults: string[] = [];
    for await (const looked of adapter.look(['product'], { signal: new AbortController().signal, perProbe: 1000, told: { clients: [], subnets: [] } }))
      faults.push(...(looked.faults ?? []).map((f) => `${f.fault.code} ${f.file}`));
    expect(faults.sort()).toEqual(['probe-kit-changed agent.js', 'probe-kit-missing README.ja.txt']);
  });
  it('has one line for each of these, in both languages', () => {
    for (const code of ['probe-kit-foreign', 'probe-kit-agent', 'probe-kit-changed', 'probe-kit-missing', 'malformed-answers-cut'] as const) {
      const lines = (['en', 'ja'] as const).map((lang) => say(faultTexts[code].message, lang, { file: 'a', answers: 1 }));
      expect(new Set(lines).size).toBe(2);
      expect(lines.every((l) => l.length > 10 && !l.includes('\n'))).toBe(true);
    }
  });
});
