/** The language of the page: a context, a hook that turns a Text into a string, and look-ups by id. */
import { createContext, useContext, useMemo } from 'react';
import { checkInfo } from '../shared/messages/catalogue';
import { checkTexts } from '../shared/messages/checks';
import { faultTexts } from '../shared/messages/faults';
import { choiceTexts, fixTexts } from '../shared/messages/fixes';
import { lineTexts } from '../shared/messages/lines';
import { probeTexts } from '../shared/messages/probes';
import type { Lang, Text } from '../shared/messages/text';
import { say } from '../shared/messages/text';
import { generationTexts, reasonTexts } from '../shared/messages/words';
import type { Facts } from '../shared/result';
import type { Grade } from '../shared/sources';

export const LangContext = createContext<Lang>('en');

export interface Speaker {
  readonly lang: Lang;
  /** A text in the language of the page. */
  readonly t: (text: Text, facts?: Facts) => string;
  /** A moment: date and time, or the time alone. */
  readonly at: (iso: string, timeOnly?: boolean) => string;
}

const locale: Record<Lang, string> = { en: 'en-GB', ja: 'ja-JP' };

export function speaker(lang: Lang): Speaker {
  const moment = new Intl.DateTimeFormat(locale[lang], { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale[lang], { hour: '2-digit', minute: '2-digit', hour12: false });
  return {
    lang,
    t: (text, facts) => say(text, lang, facts),
    at: (iso, timeOnly = false) => {
      const date = new Date(iso);
      if (Number.isNaN(date.getTime())) return iso;
      return (timeOnly ? time : moment).format(date);
    },
  };
}

export function useSpeaker(): Speaker {
  const lang = useContext(LangContext);
  return useMemo(() => speaker(lang), [lang]);
}

/** What is known under an id, or undefined: ids come from journals that may be older or newer than the words. */
const known = <T>(table: Readonly<Record<string, T>>, id: string): T | undefined => (Object.hasOwn(table, id) ? table[id] : undefined);
const plain = (id: string): Text => ({ en: id, ja: id });

type CheckWords = { readonly [K in 'name' | 'title' | 'unknown' | 'detail' | 'why']: Text };
export const checkWords = (id: string): CheckWords =>
  known<CheckWords>(checkTexts, id) ?? { name: plain(id), title: plain(id), unknown: plain(id), detail: plain(''), why: plain('') };

type FixWords = { readonly [K in 'name' | 'effect' | 'button']: Text };
export const fixWords = (id: string): FixWords => known<FixWords>(fixTexts, id) ?? { name: plain(id), effect: plain(''), button: plain(id) };

type FaultWords = { readonly message: Text; readonly help: Text };
export const faultWords = (code: string): FaultWords => known<FaultWords>(faultTexts, code) ?? { message: plain(code), help: plain('') };

type ProbeWords = { readonly name: Text; readonly asking: Text };
export const probeWords = (id: string): ProbeWords => known<ProbeWords>(probeTexts, id) ?? { name: plain(id), asking: plain(id) };

export const lineText = (id: string): Text => known<Text>(lineTexts, id) ?? plain(id);
export const reasonText = (id: string): Text => known<Text>(reasonTexts, id) ?? plain(id);
export const generationName = (id: string): string => known<string>(generationTexts, id) ?? id;
export const choiceText = (name: string): Text => known<Text>(choiceTexts, name) ?? plain(name);

export interface CheckInfo {
  readonly grade: Grade;
  readonly sources: readonly string[];
}
export const infoOf = (check: string): CheckInfo | undefined => known<CheckInfo>(checkInfo, check);
