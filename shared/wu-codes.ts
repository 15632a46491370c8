/** Codes of the Windows Update Agent in text: `0x8024402c`, `0x8024402C`, `hr = 80244021`, `[8024000E]`, -2145107944. */

/** Codes stand with 0x, or bare behind a word that announces them, or alone in brackets. */
const written = /\b0x([08][0-9a-f]{7})\b|\b(?:hr|hresult|error|code|result|returned|with)\s*[=:]?\s*(8[0-9a-f]{7})\b|\[(8[0-9a-f]{7})\]/gi;

export const showCode = (hex: string): string => `0x${hex.toUpperCase()}`;

/** Every failing code of a text, as 0x and eight capital digits, in order. */
export function codesIn(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(written)) {
    const hex = match[1] ?? match[2] ?? match[3] ?? '';
    if (hex.startsWith('8')) found.push(showCode(hex));
  }
  return found;
}

/** A signed or unsigned decimal HRESULT, as SOAP reports carry it. */
export const codeOfNumber = (n: number): string => showCode((n >>> 0).toString(16).padStart(8, '0'));

/** The checks of the catalogue a code belongs to: what our finding and the client's log say of one cause. */
const belongs: Readonly<Record<string, readonly string[]>> = {
  '0x80244018': ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients', 'clients-refused-in-log'],
  '0x80190193': ['selfupdate-refuses-clients', 'other-vroots-refuse-clients', 'clients-refused-in-log'],
  '0x80244017': ['anonymous-access-off'],
  '0x80190191': ['anonymous-access-off'],
  '0x80244019': ['virtual-directory-missing', 'self-update-files-missing'],
  '0x80190194': ['virtual-directory-missing', 'self-update-files-missing'],
  '0x8024401B': ['proxy-rejects-account'],
  '0x80244022': ['application-pool-stopped', 'update-services-stopped', 'database-stopped'],
  '0x801901F7': ['application-pool-stopped'],
  '0x8024401F': ['database-stopped'],
  '0x8024400D': ['client-id-duplicated'],
  '0x80072EFD': ['web-publishing-stopped', 'web-site-stopped', 'policy-names-other-server'],
  '0x80072EE2': ['web-publishing-stopped', 'web-site-stopped'],
  '0x80072EE7': ['policy-names-other-server'],
  '0x8024402C': ['policy-names-other-server'],
  '0x80244011': ['policy-not-used'],
  '0x80246008': ['bits-disabled'],
  '0x80070422': ['bits-disabled'],
};
export const checksOfCode = (code: string): readonly string[] => belongs[code] ?? [];
