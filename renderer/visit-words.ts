/** What checks, fixes, probes and lines are called, by id: the words of the pages of a visit, loaded after the start page. */
import type { Finding } from '../shared/diagnose';
import { checkInfo } from '../shared/messages/catalogue';
import { checkTexts } from '../shared/messages/checks';
import { choiceTexts, fixTexts } from '../shared/messages/fixes';
import { lineTexts } from '../shared/messages/lines';
import { probeTexts } from '../shared/messages/probes';
import type { Text } from '../shared/messages/text';
import type { Grade } from '../shared/sources';
import { known, plain } from './i18n';

type CheckWords = { readonly [K in 'name' | 'title' | 'unknown' | 'detail' | 'why']: Text };
export const checkWords = (id: string): CheckWords =>
  known<CheckWords>(checkTexts, id) ?? { name: plain(id), title: plain(id), unknown: plain(id), detail: plain(''), why: plain('') };

/** What a finding says in one line: what is wrong, or what could not be checked. Never the check's healthy name. */
export const titleOf = ({ check, verdict }: Pick<Finding, 'check' | 'verdict'>): Text => checkWords(check)[verdict === 'unknown' ? 'unknown' : 'title'];

type FixWords = { readonly [K in 'name' | 'effect' | 'button']: Text };
export const fixWords = (id: string): FixWords => known<FixWords>(fixTexts, id) ?? { name: plain(id), effect: plain(''), button: plain(id) };

type ProbeWords = { readonly name: Text; readonly asking: Text };
export const probeWords = (id: string): ProbeWords => known<ProbeWords>(probeTexts, id) ?? { name: plain(id), asking: plain(id) };

export const lineText = (id: string): Text => known<Text>(lineTexts, id) ?? plain(id);
export const choiceText = (name: string): Text => known<Text>(choiceTexts, name) ?? plain(name);

export interface CheckInfo {
  readonly grade: Grade;
  readonly sources: readonly string[];
}
export const infoOf = (check: string): CheckInfo | undefined => known<CheckInfo>(checkInfo, check);
