/** The language of the page: a context, a hook that turns a Text into a string, and the words that every page needs. */
import { createContext, useContext, useMemo } from 'react';
import { faultTexts } from '../shared/messages/faults';
import type { Lang, Text } from '../shared/messages/text';
import { say } from '../shared/messages/text';
import { generationTexts, reasonTexts } from '../shared/messages/words';
import type { Facts } from '../shared/result';

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
export const known = <T>(table: Readonly<Record<string, T>>, id: string): T | undefined => (Object.hasOwn(table, id) ? table[id] : undefined);
export const plain = (id: string): Text => ({ en: id, ja: id });

type FaultWords = { readonly message: Text; readonly help: Text };
export const faultWords = (code: string): FaultWords => known<FaultWords>(faultTexts, code) ?? { message: plain(code), help: plain('') };

export const reasonText = (id: string): Text => known<Text>(reasonTexts, id) ?? plain(id);
export const generationName = (id: string): string => known<string>(generationTexts, id) ?? id;
