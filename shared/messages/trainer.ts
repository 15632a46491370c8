/** Words of the trainer's view: what there is to find, hints, and the page of notes. */
import type { Text } from './text';
import { fact, num } from './text';

export const trainerTexts = {
  find: { en: 'What there is to find (for the trainer)', ja: '見つかる項目 (講師用)' },
  hints: { en: 'Hints', ja: 'ヒント' },
  hint: { en: (f) => `Look at: ${fact(f, 'name')}`, ja: (f) => `確認する項目: ${fact(f, 'name')}` },
  nothing: { en: 'Nothing: this server is healthy.', ja: 'ありません。このサーバーは正常です。' },
  notes: { en: "Trainer's notes", ja: '講師用メモ' },
  notesOf: { en: (f) => `Trainer's notes: ${fact(f, 'title')}`, ja: (f) => `講師用メモ: ${fact(f, 'title')}` },
  story: { en: 'The story', ja: '状況' },
  found: { en: 'What must be found', ja: '見つかるべき項目' },
  cures: { en: 'What puts it right', ja: '対処' },
  clients: { en: (f) => `${num(f, 'n')} clients`, ja: (f) => `クライアント ${num(f, 'n')} 台` },
  basis: { en: 'Where the facts come from', ja: '内容の根拠' },
  recollection: { en: 'Recollection, not confirmed', ja: '未検証' },
  print: { en: 'Print', ja: '印刷' },
  again: {
    en: 'Start over: every visit begins with the same server; nothing a class changes is kept for the next.',
    ja: 'やり直し: 作業を開くたびに同じ状態から始まります。受講者の変更が次回に残ることはありません。',
  },
} as const satisfies Record<string, Text>;
