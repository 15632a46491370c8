/**
 * The script kit as texts: .cmd files for the cmd of Server 2003 and later, read-me files, the list of hashes. What machines
 * read is ASCII with CRLF and no BOM; Japanese for people lies in .ja.txt files, written as CP932.
 */
export type KitKind = 'collect' | 'fix';
export type KitEncoding = 'ascii' | 'cp932';
export interface KitText {
  readonly file: string;
  readonly text: string;
  readonly encoding: KitEncoding;
}

/** The answer of the agent where it did what it was started for, and where it refused in words of its own (agent/kit.ts). */
export const kitCodes = { done: 40, refused: 41 } as const;

export const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/** The variable that holds the name of a file that is missing; words that mean it say so. */
export const missingFile = '%MISSING%';
const quoted = (text: string): string => text.replace(/[&<>|^()]/g, (c) => `^${c}`).replaceAll('%', '%%');
/** Characters that mean something to cmd. */
const escaped = (text: string): string => text.split(missingFile).map(quoted).join(missingFile);

const script = (name: string): string => `${name}.cmd`;
export const requestOf = (take: string): string => `${take}.txt`;

/**
 * One .cmd: goes to its own folder (a drive letter for a share), takes the 64-bit script host, and tells an end by the exit
 * code. `others`: files it cannot do without. `english`: by word, with `numbers` of the Japanese ones in messages.ja.txt.
 */
export function commandText(
  take: 'collect' | 'fix' | 'undo',
  request: string,
  english: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, number>>,
): string {
  const needed = ['agent.js', request, 'sha256.txt'];
  const say = (word: string): string[] => [
    `echo ${escaped(english[word] ?? '')}`,
    `if defined JAPANESE type messages.ja.txt 2>nul | find "[${numbers[word]}]"`,
  ];
  const lines = [
    '@echo off',
    'setlocal',
    `rem ${script(take)} of the WSUS Wizard. ${take === 'collect' ? 'Reads only.' : 'Shows what it would do, and asks first.'}`,
    'set "JAPANESE="',
    'chcp | find "932" >nul && set "JAPANESE=1"',
    'pushd "%~dp0"',
    'if errorlevel 1 goto folder',
    'set "MISSING="',
    ...[...needed].reverse().map((file) => `if not exist "${file}" set "MISSING=${file}"`),
    'if defined MISSING goto missing',
    'set "HOST=%SystemRoot%\\System32\\cscript.exe"',
    'rem A 32-bit cmd on 64-bit Windows: the real System32 is behind Sysnative.',
    'if defined PROCESSOR_ARCHITEW6432 if exist "%SystemRoot%\\Sysnative\\cscript.exe" set "HOST=%SystemRoot%\\Sysnative\\cscript.exe"',
    ...(take === 'collect' ? ['set "FULL="', 'if /i "%~1"=="/full" set "FULL=/full"'] : []),
    `"%HOST%" //E:JScript //Nologo agent.js ${request}${take === 'collect' ? ' %FULL%' : ''}`,
    'set "CODE=%ERRORLEVEL%"',
    `if "%CODE%"=="${kitCodes.done}" goto good`,
    `if "%CODE%"=="${kitCodes.refused}" goto refused`,
    ...say('cut'),
    ...(take === 'fix' ? say('cut-fix') : []),
    'set "RESULT=2"',
    'goto leave',
    ':good',
    'set "RESULT=0"',
    'goto leave',
    ':refused',
    'set "RESULT=1"',
    'goto leave',
    ':missing',
    ...say('missing'),
    'set "RESULT=2"',
    'goto leave',
    ':folder',
    ...say('folder'),
    'pause',
    'exit /b 2',
    ':leave',
    'pause',
    'popd',
    'exit /b %RESULT%',
    '',
  ];
  return lines.join('\r\n');
}

/** Lines of sha256sum; the list itself is not in it. */
export const hashList = (files: readonly { file: string; sha256: string }[]): string =>
  [...files.map(({ file, sha256 }) => `${sha256} *${file}`), ''].join('\r\n');
