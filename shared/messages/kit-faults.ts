/** Expected failures of writing a script kit, and of reading what one brought back. */
import type { FaultText } from './faults';
import type { Text } from './text';
import { fact } from './text';

const f = (message: Text, help: Text): FaultText => ({ message, help });

const copyAgain: Text = {
  en: 'Copy the kit to the server again as a whole, and collect again.',
  ja: 'キット全体をサーバーにコピーし直し、もう一度収集してください。',
};

export const kitFaultTexts = {
  'input-kit-exists': f(
    {
      en: (x) => `${fact(x, 'folder')} already holds ${fact(x, 'file')}; nothing is written over.`,
      ja: (x) => `${fact(x, 'folder')} には ${fact(x, 'file')} がすでにあります。上書きはしません。`,
    },
    { en: 'Choose an empty folder.', ja: '空のフォルダーを指定してください。' },
  ),
  'input-kit-no-plan': f(
    { en: 'This visit holds no plan that a fix kit could carry.', ja: 'この作業には、修正キットにできる計画がありません。' },
    {
      en: 'Make a plan first (preview), after the last look, or name one with --plan.',
      ja: '最後の診断の後で計画を作成 (プレビュー) するか、--plan で指定してください。',
    },
  ),
  'input-kit-plans': f(
    {
      en: (x) => `Several plans of this visit would change ${fact(x, 'subject')}.`,
      ja: (x) => `この作業の複数の計画が ${fact(x, 'subject')} を変更します。`,
    },
    { en: (x) => `Name one with --plan: ${fact(x, 'plans')}.`, ja: (x) => `--plan で 1 つを指定してください: ${fact(x, 'plans')}` },
  ),
  'input-kit-computer': f(
    {
      en: 'The name of the server is not known, so no fix kit can be bound to it.',
      ja: 'サーバーのコンピューター名が不明なため、対象を特定した修正キットを作成できません。',
    },
    {
      en: 'Collect again with the collection kit, look at what it left, and make the plan anew.',
      ja: '収集キットでもう一度収集して診断し、計画を作り直してください。',
    },
  ),
  'unsupported-kit-plan': f(
    {
      en: (x) => `A fix kit works on one computer; this would change ${fact(x, 'machines')}.`,
      ja: (x) => `修正キットの対象は 1 台だけですが、この計画では ${fact(x, 'machines')} を変更します。`,
    },
    { en: 'Make a plan for one computer at a time.', ja: '1 台ずつ計画を作成してください。' },
  ),
  'probe-kit-foreign': f(
    {
      en: (x) => `${fact(x, 'file')} is not from this kit: this computer wrote no kit with its number.`,
      ja: (x) => `${fact(x, 'file')} はこのキットのものではありません。このコンピューターでは、この番号のキットを作成していません。`,
    },
    {
      en: 'It was read all the same. If you do not know who collected it, do not act on it.',
      ja: '読み取りは行いました。収集した人が不明な場合は、この結果に基づいて変更しないでください。',
    },
  ),
  'probe-kit-agent': f(
    {
      en: (x) => `${fact(x, 'file')} is not from this kit: it names another script than the kit was written with.`,
      ja: (x) => `${fact(x, 'file')} はこのキットのものではありません。作成時と異なるスクリプトが記録されています。`,
    },
    copyAgain,
  ),
  'probe-kit-changed': f(
    {
      en: (x) => `${fact(x, 'file')} is not as the kit was written: damaged or edited.`,
      ja: (x) => `${fact(x, 'file')} がキットの作成時と異なります (破損または変更)。`,
    },
    copyAgain,
  ),
  'probe-kit-missing': f(
    {
      en: (x) => `The kit was copied in part: ${fact(x, 'file')} is missing.`,
      ja: (x) => `キットの一部だけがコピーされています (${fact(x, 'file')} がありません)。`,
    },
    copyAgain,
  ),
  'probe-own-certificate': f(
    {
      en: (x) => `At ${fact(x, 'host')} the server did not accept its own certificate${x.system ? ` (${fact(x, 'system')})` : ''}.`,
      ja: (x) => `${fact(x, 'host')} では、サーバー自身の証明書が受け入れられませんでした${x.system ? ` (${fact(x, 'system')})` : ''}。`,
    },
    {
      en: 'A certificate names the server as its clients call it, not localhost or an address: nothing follows for clients. Ask from another PC.',
      ja: '証明書にはクライアントが使うサーバー名が記載され、localhost や IP アドレスは含まれません。クライアントについては判定できないため、別の PC から確認してください。',
    },
  ),
  'malformed-answers-cut': f(
    {
      en: (x) => `The answers file ends in the middle; ${fact(x, 'answers')} whole answers were read.`,
      ja: (x) => `応答ファイルが途中で切れています。完全な応答 ${fact(x, 'answers')} 件を読み取りました。`,
    },
    { en: 'Copy the file again, or collect again.', ja: 'ファイルをコピーし直すか、もう一度収集してください。' },
  ),
} as const;
