/**
 * Runs the built agent in a vm that has only what JScript 5.6 has, with the fake objects. Every other built-in is taken
 * away by a list of what stays, so that a newer one cannot slip in.
 */
import vm from 'node:vm';
import { buildAgent } from '../../electron/agent/build.mjs';
import { applicationHostText } from '../helpers/files';
import { makeAdoCommand, makeAdoConnection } from './ado';
import { getObject } from './adsi';
import { programs } from './allowed';
import { ComSet, comError, comObject, method, readOnly, SafeArray } from './com';
import { makeManager } from './iis7';
import type { Lab } from './lab';
import { makeRequest } from './soap';
import { makeLocator } from './wmi';
import { makeDocument } from './xml';

/** Version information of the JScript 5.6 language reference. */
const globals =
  'Object Function Array String Boolean Number Date RegExp Error EvalError RangeError ReferenceError SyntaxError TypeError URIError Math NaN Infinity undefined parseInt parseFloat isNaN isFinite escape unescape encodeURI encodeURIComponent decodeURI decodeURIComponent eval globalThis';
const members: Readonly<Record<string, string>> = {
  Object: 'prototype length name',
  'Object.prototype': 'constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__',
  'Function.prototype': 'constructor apply call toString length name arguments caller',
  Array: 'prototype length name',
  'Array.prototype': 'constructor concat join pop push reverse shift slice sort splice toLocaleString toString unshift length',
  String: 'fromCharCode prototype length name',
  'String.prototype':
    'constructor anchor big blink bold charAt charCodeAt concat fixed fontcolor fontsize indexOf italics lastIndexOf link localeCompare match replace search slice small split strike sub substr substring sup toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase valueOf length',
  Number: 'MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY prototype length name',
  'Number.prototype': 'constructor toExponential toFixed toLocaleString toPrecision toString valueOf',
  Date: 'parse UTC prototype length name',
  'RegExp.prototype': 'constructor exec test toString compile source global ignoreCase multiline flags lastIndex',
  Math: 'E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan',
};
/** Runs inside the vm: takes away all that is not listed, and gives the clock of the lab. */
const strip = `(function (globals, members, now) {
  var own = function (o) { return Object.getOwnPropertyNames(o); };
  var keep = function (list) { var set = {}; list.split(' ').forEach(function (n) { set[n] = true; }); return set; };
  var plans = [];
  for (var path in members) {
    var target = path.split('.').reduce(function (o, n) { return o[n]; }, globalThis);
    plans.push([target, keep(members[path]), own(target)]);
  }
  ['toISOString', 'toJSON'].forEach(function (n) { delete Date.prototype[n]; });
  var Real = Date;
  var Lab = function (a) { return arguments.length === 0 ? new Real(now()) : new Real(a); };
  Lab.UTC = Real.UTC; Lab.parse = Real.parse; Lab.prototype = Real.prototype;
  var all = keep(globals);
  var names = own(globalThis);
  for (var p = 0; p < plans.length; p++)
    for (var k = 0; k < plans[p][2].length; k++) if (!plans[p][1][plans[p][2][k]]) delete plans[p][0][plans[p][2][k]];
  for (var i = 0; i < names.length; i++) if (!all[names[i]]) delete globalThis[names[i]];
  globalThis.Date = Lab;
})`;

const { text: agentText } = buildAgent();
const script = new vm.Script(agentText, { filename: 'agent.js' });

export interface AgentHost {
  readonly request: string;
  readonly password?: string;
  readonly echo: (line: string) => void;
  /** A file the agent makes; undefined: none may be made. */
  readonly files?: Map<string, string[]>;
  /** How long ago a folder was last changed. */
  readonly hoursOld?: (folder: string) => number;
  readonly sleep?: (ms: number) => void;
  /** Started by a kit's .cmd: another file system, shell, and door to HTTP, and what the window holds. */
  readonly kit?: {
    readonly script: string;
    readonly args: readonly string[];
    readonly answers: string[];
    readonly program: (name: string) => object | null;
    readonly quit: (code: number) => void;
  };
}

/** Its own folders are those of the files in it; a date is the World's, less the hours that the host says. */
function folder(path: string, lab: Lab, host: AgentHost): object {
  const names = new Set([...(host.files?.keys() ?? [])].filter((f) => f.startsWith(`${path}\\`)).map((f) => f.slice(path.length + 1).split('\\')[0] ?? ''));
  return comObject('Folder', {
    Name: readOnly(() => path.split('\\').at(-1)),
    Attributes: readOnly(() => (lab.options.lacks?.includes(`plain ${path}`) ? 1040 : 16)),
    DateLastModified: readOnly(() => lab.now - (host.hoursOld?.(path) ?? 0) * 3_600_000),
    SubFolders: readOnly(() => new ComSet([...names].map((name) => folder(`${path}\\${name}`, lab, host)))),
  });
}

function fileSystem(lab: Lab, host: AgentHost): object {
  const folders = new Set(['C:\\ProgramData']);
  return comObject('FileSystemObject', {
    OpenTextFile: method([4], (_path: string, mode: number, create: boolean, unicode: number) => {
      if (mode !== 1 || create || unicode !== 0) throw comError(0x800a0034, 'mode');
      const lines = host.request.split('\r\n');
      if (lines.at(-1) === '') lines.pop();
      let at = 0;
      return comObject('TextStream', {
        AtEndOfStream: readOnly(() => at >= lines.length),
        ReadLine: method([0], () => lines[at++]),
        Close: method([0], () => {}),
      });
    }),
    FolderExists: method([1], (path: string) => folders.has(path) || (host.files?.has(path) ?? false)),
    FileExists: method([1], (path: string) => host.files?.has(path) ?? false),
    DeleteFile: method([2], (path: string, force: boolean) => void (force || host.files?.delete(path))),
    CreateFolder: method([1], (path: string) => void folders.add(path)),
    GetFolder: method([1], (path: string) => folder(path, lab, host)),
    CreateTextFile: method([3], (path: string, overwrite: boolean) => {
      if (overwrite || !host.files) throw comError(0x800a003a, path);
      const lines: string[] = [];
      host.files.set(path, lines);
      return comObject('TextStream', { WriteLine: method([1], (line: string) => void lines.push(line)) });
    }),
  });
}

const expanded: Readonly<Record<string, string>> = { '%ProgramData%': 'C:\\ProgramData', '%windir%': 'C:\\WINDOWS' };
const shell = (lab: Lab) =>
  comObject('WshShell', {
    ExpandEnvironmentStrings: method([1], (text: string) => text.replace(/%\w+%/g, (name) => expanded[name] ?? name)),
    Run: method([3], (command: string) => {
      lab.commands.push(command);
      const backup = /appcmd\.exe" add backup (\S+)$/.exec(command);
      if (backup?.[1]) lab.backups.push(backup[1]);
      return 0;
    }),
  });

function makeProgram(lab: Lab, host: AgentHost, name: string): object {
  if (!Object.hasOwn(programs, name) || lab.options.lacks?.includes(name)) throw comError(0x800a01ad, `Automation server can't create object ${name}`);
  lab.asked.add(name);
  const own = host.kit?.program(name);
  if (own) return own;
  switch (name) {
    case 'WbemScripting.SWbemLocator':
      return makeLocator(lab);
    case 'Scripting.FileSystemObject':
      return fileSystem(lab, host);
    case 'Scripting.Dictionary': {
      const items: unknown[] = [];
      return comObject('Dictionary', {
        Add: method([2], (_key: unknown, item: unknown) => void items.push(item)),
        Items: method([0], () => new SafeArray([...items])),
      });
    }
    case 'WScript.Shell':
      return shell(lab);
    case 'Msxml2.DOMDocument.3.0':
      return makeDocument((path) =>
        path === 'C:\\WINDOWS\\System32\\inetsrv\\config\\applicationHost.config' && lab.world.product.iis >= 7 ? applicationHostText(lab.world) : null,
      );
    case 'ADODB.Connection':
      return makeAdoConnection();
    case 'ADODB.Command':
      return makeAdoCommand(lab);
    case 'WinHttp.WinHttpRequest.5.1':
      return makeRequest(lab);
    default:
      return makeManager(lab, name.endsWith('WritableAdminManager'));
  }
}

/** Runs the whole script; what it echoes goes to the host. */
export function runAgent(lab: Lab, host: AgentHost, text: vm.Script = script): void {
  const context = vm.createContext({});
  const inside = (text: string) => vm.runInContext(text, context);
  const toArray = inside('(function (items) { var list = []; for (var i = 0; i < items.length; i++) list[i] = items[i]; return list; })') as (
    items: readonly unknown[],
  ) => unknown[];
  (inside(strip) as (globals: string, members: object, now: () => number) => void)(globals, members, () => lab.now);
  const echo = (line: string) => {
    if (!lab.hung) host.echo(line);
  };
  // Constructors of our own: `new` gives what they return.
  function ActiveXObject(name: string): object {
    return makeProgram(lab, host, name);
  }
  function VBArray(array: unknown): object {
    const items = SafeArray.open(array);
    return comObject('VBArray', { toArray: method([0], () => toArray(items)) });
  }
  function Enumerator(set: unknown): object {
    const items = ComSet.open(set);
    let at = 0;
    return comObject('Enumerator', {
      atEnd: method([0], () => at >= items.length),
      item: method([0], () => items[at]),
      moveNext: method([0], () => void at++),
    });
  }
  Object.assign(context, {
    ActiveXObject,
    VBArray,
    Enumerator,
    GetObject: (path: string) => getObject(lab, path),
    WScript: comObject('WScript', {
      Echo: method([1], echo),
      Sleep: method([1], (ms: number) => host.sleep?.(ms)),
      Arguments: readOnly(() => {
        const args = host.kit?.args ?? ['C:\\request.txt'];
        return comObject('Arguments', { length: readOnly(() => args.length), Item: method([1], (at: number) => args[at]) });
      }),
      ScriptFullName: readOnly(() => host.kit?.script ?? 'C:\\agent.js'),
      Quit: method([1], (code: number) => host.kit?.quit(code)),
      StdIn: readOnly(() =>
        comObject('StdIn', {
          ReadLine: method([0], () => {
            const typed = host.kit?.answers.shift();
            if (typed !== undefined) return typed;
            if (host.password === undefined) throw comError(0x800a003e, 'input past end of file');
            return host.password;
          }),
        }),
      ),
    }),
  });
  text.runInContext(context);
}

/** The lines of one run, read as JSON. */
export function linesOf(lab: Lab, request: readonly string[], password?: string): Record<string, unknown>[] {
  const lines: string[] = [];
  runAgent(lab, {
    request: ['schema=wsus-wizard/request/1', ...request, `lines=${request.length + 1}`, ''].join('\r\n'),
    echo: (line) => void lines.push(line),
    ...(password !== undefined && { password }),
  });
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
