/** Words of the script kit: its read-me files, and what its .cmd files say before the agent can speak. */
import type { Facts } from '../result';
import type { Text } from './text';
import { fact } from './text';

/** Said by the .cmd files; numbered, since the Japanese lines lie in a text file of their own. */
export const kitCommandWords = {
  missing: {
    en: (x) => `This kit is not complete: ${fact(x, 'file')} is missing. Nothing was done. Copy the whole kit again.`,
    ja: (x) => `キットが不完全です (${fact(x, 'file')}がありません)。何も実行していません。キット全体をコピーし直してください。`,
  },
  cut: {
    en: 'The script did not come to its end: the kit may be damaged, or Windows Script Host is switched off.',
    ja: 'スクリプトが最後まで実行されませんでした。キットが破損しているか、Windows Script Host が無効になっています。',
  },
  'cut-fix': {
    en: 'If it had begun to change something, start undo.cmd: it reads what was written down and takes it back.',
    ja: '変更の途中だった場合は undo.cmd を実行してください。変更記録を読み取り、元に戻します。',
  },
  folder: {
    en: 'The folder of this kit cannot be opened. Copy it to the disk of this computer and start it there.',
    ja: 'キットのフォルダーを開けません。このコンピューターのディスクにコピーし、そこから実行してください。',
  },
} as const satisfies Record<string, Text>;
export type KitCommandWord = keyof typeof kitCommandWords;

const files = {
  en: 'sha256.txt lists the SHA-256 of each file. It shows damage on the way, not intent.',
  ja: 'sha256.txt は各ファイルの SHA-256 の一覧です。コピー時の破損を検出しますが、意図的な改変は防げません。',
};

export const kitReadme: Record<'collect' | 'fix', Text> = {
  collect: {
    en: (x: Facts) => `WSUS Wizard - script kit ${fact(x, 'kit')}

For a server where the wizard itself cannot run (Small Business Server 2003 and later).

1. Copy this folder to a USB stick or to the server.
2. On the server, double-click collect.cmd. On Server 2008 and later right-click it and choose "Run as administrator".
3. It only reads, and needs no installation. It leaves one folder, named by the computer and the time in UTC, beside
   itself; where it cannot write there, in %TEMP%, and says so.
4. Take that folder to the wizard: "Collected files".

What it takes along: the answers to the wizard's questions, the parts of MetaBase.xml or applicationHost.config that the
wizard reads (no passwords, no AdminACL, no machine keys; left-out.txt names what was left out), the newest IIS logs of the
WSUS sites, the end of SoftwareDistribution.log, WindowsUpdate.log, and the policy and identity of this computer as a
client. IIS logs hold addresses and may hold user names. "collect.cmd /full" copies the configuration whole, with its
secrets, after asking.

${files.en}
`,
    ja: (x: Facts) => `WSUS ウィザード - 収集キット ${fact(x, 'kit')}

ウィザードを実行できないサーバー (Small Business Server 2003 以降) で使用します。

1. このフォルダーを USB メモリまたはサーバーにコピーします。
2. サーバーで collect.cmd をダブルクリックします。Server 2008 以降では、右クリックして [管理者として実行] を選びます。
3. 読み取りだけを行い、インストールは不要です。コンピューター名と UTC の時刻を名前にしたフォルダーを同じ場所に作成します。
   書き込めない場合は %TEMP% に作成し、その場所を表示します。
4. そのフォルダーを、ウィザードの「収集したファイル」で開きます。

収集する内容: ウィザードの質問への応答、MetaBase.xml または applicationHost.config のうちウィザードが読み取る部分
(パスワード、AdminACL、コンピューター キーは含みません。除いた項目の名前は left-out.txt にあります)、WSUS のサイトの
新しい IIS ログ、SoftwareDistribution.log の末尾、WindowsUpdate.log、クライアントとしてのポリシーと ID。
IIS ログには IP アドレスが含まれ、ユーザー名が含まれることもあります。「collect.cmd /full」では、確認のうえで
設定ファイル全体を (パスワードなども含めて) コピーします。

${files.ja}
`,
  },
  fix: {
    en: (x: Facts) => `WSUS Wizard - fix kit ${fact(x, 'kit')}

Only for the computer ${fact(x, 'computer')}${x.domain ? ` in the domain ${fact(x, 'domain')}` : ''}. On any other it does nothing.

What fix.cmd changes:
${fact(x, 'operationsEn')}

1. Copy this folder to the disk of that computer: beside fix.cmd a record of each change is written before it is made.
2. Double-click fix.cmd. On Server 2008 and later right-click it and choose "Run as administrator".
3. It reads each value first, shows what is there and what it would write, and asks. A value that is not the one the plan
   was made for stays as it is, and nothing is done.
4. undo.cmd takes the changes back from the record (journal-1.txt), newest first. It leaves alone what somebody else has
   changed since, and asks before it stops a service.
5. collect.cmd collects again, so that the wizard can tell whether it is cured.

Interrupted? Start undo.cmd: it reads what is there and takes back what was made.

${files.en}
`,
    ja: (x: Facts) => `WSUS ウィザード - 修正キット ${fact(x, 'kit')}

コンピューター ${fact(x, 'computer')}${x.domain ? ` (ドメイン ${fact(x, 'domain')})` : ''} 専用です。ほかのコンピューターでは何も実行しません。

fix.cmd で変更する内容:
${fact(x, 'operationsJa')}

1. このフォルダーを対象のコンピューターのディスクにコピーします。変更のたびに、その前に fix.cmd と同じ場所へ記録を書き込みます。
2. fix.cmd をダブルクリックします。Server 2008 以降では、右クリックして [管理者として実行] を選びます。
3. 現在の値を読み取り、変更前と変更後を表示してから確認します。計画時の値と異なる場合は、何も変更しません。
4. undo.cmd は変更記録 (journal-1.txt) を基に、新しいものから元に戻します。その後ほかで変更された値はそのままにし、
   サービスを停止する前には確認します。
5. collect.cmd でもう一度収集すると、解決したかどうかをウィザードで確認できます。

途中で中断した場合は undo.cmd を実行してください。現在の値を読み取り、行われた変更を元に戻します。

${files.ja}
`,
  },
};

/** The line the command line prints above the list of files. */
export const kitWritten: Record<'collect' | 'fix', Text> = {
  collect: {
    en: (x) => `Collection kit ${fact(x, 'kit')} written to ${fact(x, 'folder')}`,
    ja: (x) => `収集キット ${fact(x, 'kit')} を ${fact(x, 'folder')} に作成しました`,
  },
  fix: {
    en: (x) => `Fix kit ${fact(x, 'kit')} for ${fact(x, 'machine')} written to ${fact(x, 'folder')}`,
    ja: (x) => `${fact(x, 'machine')} 用の修正キット ${fact(x, 'kit')} を ${fact(x, 'folder')} に作成しました`,
  },
};

/** The wizard's own buttons. */
export const kitPageTexts = {
  collect: { en: 'Script kit for another server', ja: '別のサーバー用のスクリプト キット' },
  collectMore: {
    en: 'Where the wizard cannot run: writes a folder for a USB stick. It only reads there, and needs no installation.',
    ja: 'ウィザードを実行できないサーバーで使用します。USB メモリ用のフォルダーを作成します。サーバーでは読み取りだけを行い、インストールは不要です。',
  },
  written: { en: (x) => `Written to ${fact(x, 'folder')}.`, ja: (x) => `${fact(x, 'folder')} に作成しました。` },
  collectNext: {
    en: 'Take it to the server, start collect.cmd there, and open the folder it leaves as "Collected files".',
    ja: 'サーバーに持参して collect.cmd を実行し、作成されたフォルダーを「収集したファイル」で開いてください。',
  },
  fix: { en: 'Write a fix kit', ja: '修正キットを作成する' },
  fixMore: {
    en: 'These are collected files: nothing can be changed from here. A fix kit carries exactly this plan to the server; it shows each change there, asks, and can take it back.',
    ja: '収集したファイルのため、ここからは変更できません。修正キットは、この計画だけをサーバーで実行します。サーバーで変更内容を表示して確認し、元に戻すこともできます。',
  },
  fixNext: {
    en: (x) => `Take it to ${fact(x, 'machine')}, copy it to its disk, and start fix.cmd there as administrator.`,
    ja: (x) => `${fact(x, 'machine')} に持参してディスクにコピーし、管理者として fix.cmd を実行してください。`,
  },
} as const satisfies Record<string, Text>;
