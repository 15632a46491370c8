/** The files of a kit as bytes, from its texts, its requests and the built agent. */
import { createHash } from 'node:crypto';
import type { KitKind, KitText } from '../../shared/kit';
import { commandText, crlf, hashList, missingFile, requestOf } from '../../shared/kit';
import { kitCommandWords, kitReadme } from '../../shared/messages/kit';
import { operationText } from '../../shared/messages/operations';
import { say } from '../../shared/messages/text';
import type { Operation } from '../../shared/operation';
import { kitRequest } from '../targets/agent-request';
import { agentProbes } from '../targets/questions';
import { encodeCp932 } from './cp932';

export interface KitFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}
export interface KitGiven {
  /** Random, 32 hex digits: names the kit. */
  readonly kit: string;
  readonly agent: { readonly text: string; readonly sha256: string };
}
/** What a fix kit does, and where alone it does it. */
export interface KitPlan {
  readonly computer: string;
  /** null: in no domain; undefined: not known, and then not compared. */
  readonly domain: string | null | undefined;
  readonly operations: readonly Operation[];
}

/** Newest logs of all sites together; what is beyond is named in left-out.txt. */
const logBytes = 64 * 1024 * 1024;

const words = Object.keys(kitCommandWords) as (keyof typeof kitCommandWords)[];
const facts = { file: missingFile };
const numbers = Object.fromEntries(words.map((word, i) => [word, i + 1]));
const english = Object.fromEntries(words.map((word) => [word, say(kitCommandWords[word], 'en', facts)]));
/** The name of a missing file stands in the English line above it: `find` does not fill it in. */
const japanese = words.map((word) => `[${numbers[word]}] ${say(kitCommandWords[word], 'ja', { file: '上に示したファイル' })}`);

const ascii = (file: string, text: string): KitText => ({ file, text, encoding: 'ascii' });

function readmes(kind: KitKind, given: KitGiven, plan: KitPlan | null): KitText[] {
  const list = (lang: 'en' | 'ja') => plan?.operations.map((o, i) => `  ${i + 1}. ${say(operationText(o), lang)}`).join('\n') ?? '';
  const about = { kit: given.kit, computer: plan?.computer ?? '', domain: plan?.domain ?? null, operationsEn: list('en'), operationsJa: list('ja') };
  return [
    ascii('README.txt', crlf(asciiOnly(say(kitReadme[kind], 'en', about)))),
    { file: 'README.ja.txt', text: crlf(say(kitReadme[kind], 'ja', about)), encoding: 'cp932' },
    { file: 'messages.ja.txt', text: [...japanese, ''].join('\r\n'), encoding: 'cp932' },
  ];
}

/** Names of a Japanese server in the English text, as a request writes them. */
const asciiOnly = (text: string): string => text.replace(/[^\n -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function planTexts(given: KitGiven, plan: KitPlan): KitText[] {
  const head = [
    ['kit', given.kit],
    ['agent', given.agent.sha256],
    ['computer', plan.computer],
    ...(plan.domain === undefined ? [] : [['domain', plan.domain ?? '']]),
  ] as [string, string][];
  return (['fix', 'undo'] as const).flatMap((take) => [
    ascii(`${take}.cmd`, commandText(take, requestOf(take), english, numbers)),
    ascii(requestOf(take), kitRequest(take, head, take === 'fix' ? plan.operations : [], `wsus-wizard-${given.kit.slice(0, 12)}`)),
  ]);
}

/** Every text of a kit but the list of hashes. A fix kit collects, too: only another look says whether it is cured. */
export function kitTexts(kind: KitKind, given: KitGiven, plan: KitPlan | null): KitText[] {
  const collect = [
    ['kit', given.kit],
    ['agent', given.agent.sha256],
    ['logs.bytes', String(logBytes)],
    ...[...agentProbes, 'endpoints'].map((p) => ['probe', p]),
  ] as [string, string][];
  return [
    ascii('agent.js', given.agent.text),
    ascii('collect.cmd', commandText('collect', requestOf('collect'), english, numbers)),
    ascii(requestOf('collect'), kitRequest('collect', collect, [])),
    ...(plan ? planTexts(given, plan) : []),
    ...readmes(kind, given, plan),
  ];
}

/** A character CP932 lacks is a `?`: a name of a server, never a word of ours. */
const encoded = ({ text, encoding }: KitText): Buffer =>
  encoding === 'ascii'
    ? Buffer.from(text, 'latin1')
    : (encodeCp932(text) ?? (encodeCp932([...text].map((c) => (encodeCp932(c) ? c : '?')).join('')) as Buffer));

/** With the list of hashes last: a copy that was cut short lacks it. */
export function kitFiles(texts: readonly KitText[]): KitFile[] {
  const made = texts.map((t): KitFile => {
    const bytes = encoded(t);
    return { file: t.file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const list = Buffer.from(hashList(made), 'latin1');
  return [...made, { file: 'sha256.txt', bytes: list, sha256: createHash('sha256').update(list).digest('hex') }];
}
