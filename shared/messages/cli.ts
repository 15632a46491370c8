/** The help of the command line. */
import type { Text } from './text';

export const helpText: Text = {
  en: `wsus-wizard: finds out why WSUS does not serve its clients, puts it right, and can take it back.

  diagnose  --target T [--keep | --visit ID]     look and judge; changes nothing
  fix       --target T --check C --fix F [--choice name=value ...] (--preview | --yes)
  undo      --visit ID [--plan P | --operation N] [--include-starts] (--preview | --yes)
  visits    [--visit ID [--delete --yes]]
  report    --visit ID --out FILE.html|.md|.json [--redact]
  scenarios [--answers]
  classroom [--port N] [--evidence FOLDER ...] [--no-open]   the same page in a browser, for practice
  kit       --out FOLDER [--fixes-of ID [--plan P]]          a script kit for a server where this cannot run
  logs      FILE_OR_FOLDER ...                   who is refused by address, from IIS logs

Targets: simulated:<scenario>, evidence:<folder>, http(s)://<server>[:port], windows, windows:<server>
Account: --user DOMAIN\\name [--password-stdin]   for windows:<server>; without it the current account
Proxy:   --through-proxy                         for http(s)://: through this PC's proxy; without it directly
Common:  --json  --out FILE  --lang en|ja  --visits FOLDER  --timeout SECONDS  --limit SECONDS
         --client ADDRESS[=NAME]  --subnet CIDR  --clients FILE  --clients-from-ad  --help  --version
Exit:    0 nothing to do, 1 problems or warnings, 2 wrong usage, 3 something could not be examined, 4 nothing done

Try:     wsus-wizard diagnose --target simulated:added-subnet`,
  ja: `wsus-wizard: WSUS がクライアントに応答しない原因を診断し、修正し、元に戻します。

  diagnose  --target T [--keep | --visit ID]     診断だけを行い、何も変更しません
  fix       --target T --check C --fix F [--choice 名前=値 ...] (--preview | --yes)
  undo      --visit ID [--plan P | --operation N] [--include-starts] (--preview | --yes)
  visits    [--visit ID [--delete --yes]]
  report    --visit ID --out FILE.html|.md|.json [--redact]
  scenarios [--answers]
  classroom [--port N] [--evidence フォルダー ...] [--no-open]  ブラウザーで練習する画面
  kit       --out フォルダー [--fixes-of ID [--plan P]]        ウィザードを実行できないサーバー用のスクリプト キット
  logs      ファイルまたはフォルダー ...         IIS のログから、IP アドレスで拒否された接続元を集計します

診断対象: simulated:<シナリオ>, evidence:<フォルダー>, http(s)://<サーバー>[:ポート], windows, windows:<サーバー>
アカウント: --user ドメイン\\名前 [--password-stdin]  windows:<サーバー> 用 (省略時は現在のアカウント)
プロキシ: --through-proxy                        http(s):// 用: この PC のプロキシを使う (省略時は直接接続)
共通:     --json  --out ファイル  --lang en|ja  --visits フォルダー  --timeout 秒  --limit 秒
          --client アドレス[=名前]  --subnet CIDR  --clients ファイル  --clients-from-ad  --help  --version
終了コード: 0 対処不要, 1 問題または警告, 2 使い方の誤り, 3 未確認の項目あり, 4 何も実行していない

例:       wsus-wizard diagnose --target simulated:added-subnet`,
};
