/** As much of WQL as the agent uses; anything else is an invalid query (0x80041017). */
import { comError } from './com';

export type Row = Readonly<Record<string, unknown>>;
export interface Select {
  readonly columns: readonly string[];
  readonly from: string;
  readonly where: (row: Row) => boolean;
}

const invalid = (text: string) => comError(0x80041017, text);

function tokensOf(text: string): string[] {
  const tokens = text.match(/'(?:\\.|[^'\\])*'|>=|<=|[=()<>]|[^\s'=()<>]+/g) ?? [];
  return [...tokens];
}
const literal = (token: string): unknown => {
  if (token.startsWith("'")) return token.slice(1, -1).replace(/\\(.)/g, '$1');
  if (/^(true|false)$/i.test(token)) return /^true$/i.test(token);
  if (/^-?\d+$/.test(token)) return Number(token);
  throw invalid(token);
};
const fold = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

function conditionOf(tokens: string[], known: (name: string) => string): (row: Row) => boolean {
  const either = (): ((row: Row) => boolean) => {
    let left = both();
    while (/^or$/i.test(tokens[0] ?? '')) {
      tokens.shift();
      const [a, b] = [left, both()];
      left = (row) => a(row) || b(row);
    }
    return left;
  };
  const both = (): ((row: Row) => boolean) => {
    let left = one();
    while (/^and$/i.test(tokens[0] ?? '')) {
      tokens.shift();
      const [a, b] = [left, one()];
      left = (row) => a(row) && b(row);
    }
    return left;
  };
  const one = (): ((row: Row) => boolean) => {
    if (tokens[0] === '(') {
      tokens.shift();
      const inner = either();
      if (tokens.shift() !== ')') throw invalid('parenthesis');
      return inner;
    }
    const name = known(tokens.shift() ?? '');
    const operator = tokens.shift();
    const value = literal(tokens.shift() ?? '');
    // Times are compared as texts of one zone: the fake writes UTC only.
    if (operator === '=') return (row) => fold(row[name]) === fold(value);
    if (operator === '>=') return (row) => String(row[name]) >= String(value);
    throw invalid(String(operator));
  };
  const condition = either();
  if (tokens.length > 0) throw invalid(tokens.join(' '));
  return condition;
}

/** `known`: the properties of a class; others are an invalid query. */
export function readSelect(text: string, known: (className: string) => readonly string[]): Select {
  const m = /^SELECT\s+(.+?)\s+FROM\s+(\w+)(?:\s+WHERE\s+(.+))?$/is.exec(text.trim());
  if (!m) throw invalid(text);
  const [, list = '', from = '', where] = m;
  const names = known(from);
  const find = (name: string) => {
    const found = names.find((n) => n.toLowerCase() === name.trim().toLowerCase());
    if (!found) throw invalid(`${from}.${name}`);
    return found;
  };
  return { columns: list.trim() === '*' ? names : list.split(',').map(find), from, where: where ? conditionOf(tokensOf(where), find) : () => true };
}
