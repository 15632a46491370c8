/**
 * What JScript 5.6 has, and no more: JSON, trim, indexOf of arrays, forEach, Object.keys and text[0] do not compile here.
 * Source: "JScript 5.6 Language Reference" (version information table); COM objects are untyped, as they are there.
 */
interface Object {
  hasOwnProperty(name: string): boolean;
  toString(): string;
}
interface ObjectConstructor {
  new (): Object;
}
declare var Object: ObjectConstructor;
interface Function {
  apply(self: unknown, args?: unknown[]): any;
  call(self: unknown, ...args: unknown[]): any;
}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {
  length: number;
  [index: number]: any;
}
interface Boolean {}
interface Number {
  toString(radix?: number): string;
  toFixed(digits?: number): string;
}
interface NumberConstructor {
  (value: unknown): number;
}
declare var Number: NumberConstructor;
interface String {
  length: number;
  charAt(at: number): string;
  charCodeAt(at: number): number;
  indexOf(text: string, from?: number): number;
  lastIndexOf(text: string): number;
  substring(from: number, to?: number): string;
  slice(from: number, to?: number): string;
  split(separator: string): string[];
  replace(what: RegExp, by: string): string;
  replace(what: RegExp, by: (match: string, ...parts: string[]) => string): string;
  match(what: RegExp): string[] | null;
  toLowerCase(): string;
  toUpperCase(): string;
}
interface StringConstructor {
  (value: unknown): string;
  fromCharCode(...codes: number[]): string;
}
declare var String: StringConstructor;
interface Array<T> {
  length: number;
  [index: number]: T;
  push(...items: T[]): number;
  pop(): T | undefined;
  shift(): T | undefined;
  slice(from?: number, to?: number): T[];
  concat(...items: T[][]): T[];
  join(separator: string): string;
  sort(compare?: (a: T, b: T) => number): T[];
  reverse(): T[];
}
interface ArrayConstructor {
  new (): any[];
}
declare var Array: ArrayConstructor;
interface ReadonlyArray<T> {}
interface TemplateStringsArray {}
interface RegExp {
  exec(text: string): string[] | null;
  test(text: string): boolean;
}
interface Date {
  getTime(): number;
  getUTCFullYear(): number;
  getUTCMonth(): number;
  getUTCDate(): number;
  getUTCHours(): number;
  getUTCMinutes(): number;
  getUTCSeconds(): number;
}
interface DateConstructor {
  new (time?: number): Date;
  UTC(year: number, month: number, day: number, hours: number, minutes: number, seconds: number): number;
}
declare var Date: DateConstructor;
interface Math {
  min(a: number, b: number): number;
  max(a: number, b: number): number;
  floor(value: number): number;
}
declare var Math: Math;
interface Error {
  /** The HRESULT, as a negative number (JScript's own). */
  number: number;
  description: string;
  message: string;
}
declare function parseInt(text: string, radix: number): number;
declare function isFinite(value: number): boolean;
declare function isNaN(value: number): boolean;
declare var undefined: undefined;

/** Windows Script Host and COM. */
declare var WScript: {
  Echo(text: string): void;
  Sleep(milliseconds: number): void;
  Quit(code: number): void;
  Arguments: { length: number; Item(at: number): string };
  ScriptFullName: string;
  StdIn: { ReadLine(): string };
};
declare var ActiveXObject: new (program: string) => any;
declare function GetObject(path: string): any;
declare var VBArray: new (array: unknown) => { toArray(): any[] };
declare var Enumerator: new (set: unknown) => { atEnd(): boolean; item(): any; moveNext(): void };
