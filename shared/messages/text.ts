/** A text in both languages: a string, or made from facts. A missing language does not compile. */
import type { Facts } from '../result';

export const langs = ['en', 'ja'] as const;
export type Lang = (typeof langs)[number];

type Said = string | ((facts: Facts) => string);
export interface Text {
  readonly en: Said;
  readonly ja: Said;
}

export const say = (text: Text, lang: Lang, facts: Facts = {}): string => {
  const said = text[lang];
  const words = typeof said === 'string' ? said : said(facts);
  // Sentences put together from parts: Japanese has no blank between them.
  return lang === 'ja' ? words.replaceAll('。 ', '。') : words;
};

/** A fact as text; a list joined; '?' where it is not there, so that a gap shows. */
export function fact(facts: Facts, ...path: string[]): string {
  let value: unknown = facts;
  for (const name of path) value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined;
  if (Array.isArray(value)) return value.map(String).join(', ');
  return value === undefined || value === null ? '?' : String(value);
}
/** A moment to the minute, with its zone where it names UTC: 2026-03-03 08:15 UTC. */
export const moment = (facts: Facts, ...path: string[]): string =>
  fact(facts, ...path).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z?)$/, (_, day, time, zone) => `${day} ${time}${zone ? ' UTC' : ''}`);
export const count = (facts: Facts, ...path: string[]): number => Number(fact(facts, ...path)) || 0;
/** 1234567 -> 1,234,567, as both languages write it. Not the engine's own way: its first number takes 20 ms, which the command line has not. */
export const thousands = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
/** A number with its thousands apart, as both languages write it; '?' where it is not there. */
export const num = (facts: Facts, ...path: string[]): string => {
  const text = fact(facts, ...path);
  return /^\d+$/.test(text) ? thousands(Number(text)) : text;
};
/** English plural of a counted noun. */
export const many = (n: number, one: string, other = `${one}s`): string => `${thousands(n)} ${n === 1 ? one : other}`;
/** A list with a cap, and how many more there are. */
export const some = (facts: Facts, name: string, limit = 5): string => {
  const list = Array.isArray(facts[name]) ? (facts[name] as readonly unknown[]) : [];
  return list.slice(0, limit).join(', ') + (list.length > limit ? ` (+${list.length - limit})` : '');
};
