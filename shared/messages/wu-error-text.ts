/** What a code of the Windows Update Agent means: its symbol, and the meaning where there is one in this language. */
import type { Lang } from './text';
import { wuErrors } from './wu-errors';

export interface CodeText {
  readonly symbol: string | null;
  readonly meaning: string;
}

export function codeText(code: string, lang: Lang): CodeText {
  const [symbol = null, en = '', ja] = wuErrors[code] ?? [];
  if (symbol === null) return { symbol, meaning: lang === 'en' ? 'not in the table of known codes' : '既知のコードの一覧にありません' };
  return { symbol, meaning: lang === 'en' ? en : (ja ?? '') };
}

/** `0x80244018 WU_E_PT_HTTP_STATUS_FORBIDDEN: HTTP 403 ...` */
export function codeLine(code: string, lang: Lang): string {
  const { symbol, meaning } = codeText(code, lang);
  return [code, symbol ?? ''].filter(Boolean).join(' ') + (meaning === '' ? '' : `: ${meaning}`);
}
