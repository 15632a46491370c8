/**
 * WindowsUpdate.log (formats.md 4): of XP to 8.1, written by the agent, and of Windows 10 and later, made by
 * Get-WindowsUpdateLog. Local time. One reader for both: a line decides by itself.
 */
import type { ClientLog, LogReader } from '../client-timeline';
import { Timeline } from '../client-timeline';
import { codesIn } from '../wu-codes';

/** Date TAB time TAB pid TAB tid TAB component TAB text; of 2005 without milliseconds. The text may hold tabs. */
const old = /^(\d{4})-(\d\d)-(\d\d)\t(\d\d:\d\d:\d\d)(?::(\d{3}))?\t *\d+\t *[0-9a-f]+\t([^\t]*)\t(.*)$/i;
/** The date separator follows the locale: / - or a point. */
const ten = /^(\d{4})[/.-](\d\d?)[/.-](\d\d?) (\d\d:\d\d:\d\d)\.(\d{3})\d* +\d+ +\d+ +(\S+) +(.*)$/;

export const looksLikeWindowsUpdateLog = (head: string): boolean =>
  head
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 40)
    .some((line) => old.test(line) || ten.test(line));

interface Line {
  readonly at: string;
  readonly component: string;
  readonly text: string;
}

function readLine(line: string): Line | null {
  const [, y, m = '', d = '', time, ms = '000', component = '', text = ''] = old.exec(line) ?? ten.exec(line) ?? [];
  return y === undefined ? null : { at: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T${time}.${ms}`, component: component.trim(), text };
}

/** `<NULL>` or `(null)`: none is set. */
const isNull = (value: string): boolean => /^(<null>|\(null\)|null|)$/i.test(value.trim());

/** Words that say a line tells of a failure. */
const failing = /WARNING:|FATAL:|ERROR:|\*FAILED\*|\bfail(ed|ure)?\b|\berror\b|Exit code = 0x8|self-update check returned 0x8/i;
const selfUpdateUrl = /selfupdate/i;

export function windowsUpdateReader(file: string): LogReader<ClientLog> {
  const timeline = new Timeline(file);
  const facts: readonly (readonly [RegExp, (value: string, line: Line) => void])[] = [
    [/Logging initialized \(build: ([\d.]+)/i, (value, line) => started(value, line)],
    [/(?:WU client version|Agent version|Client version:?(?: Core:)?)\s+([\d.]+)/i, (value) => timeline.know('agent', value)],
    [/SusClientId = '?([0-9a-f-]{36})'?/i, (value, line) => told('susClientId', 'id', value.toLowerCase(), line)],
    [/WSUS server: (.*)$/i, (value, line) => url('server', value, line)],
    [/WSUS status server: (.*)$/i, (value, line) => url('statusServer', value, line)],
    [/SelfUpdate check completed\.?\s+SelfUpdate is (.*)$/i, (_, line) => timeline.add('self-update-passed', line.at, line.text)],
  ];
  const last: Record<string, string> = {};
  /** A fact is an event when it is new. */
  const told = (fact: 'susClientId' | 'server' | 'statusServer' | 'agent', kind: 'id' | 'server' | 'agent', value: string, line: Line) => {
    timeline.know(fact, value);
    if (last[fact] !== value) timeline.add(kind, line.at, line.text, null);
    last[fact] = value;
  };
  const url = (fact: 'server' | 'statusServer', value: string, line: Line) => {
    if (!isNull(value)) return told(fact, 'server', value.trim(), line);
    timeline.forget(fact);
    if (last[fact] !== 'null') timeline.add('server', line.at, line.text, null);
    last[fact] = 'null';
  };
  const started = (build: string, line: Line) => {
    const zone = /tz:\s*([+-]\d\d):?(\d\d)/.exec(line.text);
    if (zone) timeline.know('zone', `${zone[1]}:${zone[2]}`);
    timeline.know('agent', build);
    timeline.add('start', line.at, line.text, null);
  };
  const judge = (line: Line) => {
    const codes = codesIn(line.text);
    const isFault = /SOAP Fault|faultstring:|soap error code|ErrorCode:/i.test(line.text);
    if (!failing.test(line.text) && !isFault) return;
    timeline.count(line.at, codes);
    const refused = codes.some((c) => c === '0x80190193' || c === '0x80244018');
    if (refused && (selfUpdateUrl.test(line.text) || line.component === 'Setup' || /self-update check/i.test(line.text)))
      timeline.add('self-update-refused', line.at, line.text);
    else if (isFault) timeline.add('soap-fault', line.at, line.text);
    else if (codes.length > 0) timeline.add('error', line.at, line.text);
  };
  return {
    line(text) {
      const line = readLine(text.replace(/^\uFEFF/, ''));
      if (line === null) {
        if (text.trim() !== '') timeline.unreadable();
        return;
      }
      timeline.passed(line.at);
      for (const [pattern, act] of facts) {
        const match = pattern.exec(line.text);
        if (match) act(match[1] ?? '', line);
      }
      judge(line);
    },
    end: () => timeline.end(),
  };
}
