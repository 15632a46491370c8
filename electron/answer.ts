/** Answers one request, whatever the door it came through: parses the input, calls the handler, parses the output, catches. */
import type { RequestName } from '../shared/ipc';
import { schemaOf } from '../shared/ipc-schema';
import type { Result } from '../shared/result';
import { failed } from '../shared/result';
import type { Handlers } from './handlers';

/** No honest input is larger (characters of its text form). */
const maxInput = 1_000_000;

/** Length of an input's text, without building it where a single string is already too long. */
function tooLarge(input: unknown): boolean {
  try {
    return JSON.stringify(input, (_key, value) => (typeof value === 'string' && value.length > maxInput ? fail() : value)).length > maxInput;
  } catch {
    return true;
  }
}
const fail = (): never => {
  throw new RangeError('too large');
};

/** Own keys that would reach a prototype. */
function hasPrototypeKeys(input: unknown): boolean {
  if (input === null || typeof input !== 'object') return false;
  return Object.getOwnPropertyNames(input).some(
    (key) => key === '__proto__' || key === 'constructor' || key === 'prototype' || hasPrototypeKeys((input as Record<string, unknown>)[key]),
  );
}

/** Calls one handler with a checked input; the answer is checked too. Never throws. */
export async function answerRequest<N extends RequestName>(handlers: Handlers, name: N, input: unknown): Promise<Result<unknown>> {
  if (tooLarge(input)) return failed('input-bad-request', { request: name, why: 'size' });
  if (hasPrototypeKeys(input)) return failed('input-bad-request', { request: name, why: 'key' });
  const { in: inSchema, out: outSchema } = schemaOf(name);
  const read = inSchema.safeParse(input);
  if (!read.success) return failed('input-bad-request', { request: name, why: read.error.issues[0]?.path.map(String).join('.').slice(0, 80) || 'shape' });
  try {
    const answer = await handlers[name](read.data as never);
    if (!answer.ok) return answer;
    const said = outSchema.safeParse(answer.value);
    if (!said.success) return failed('internal-bug', { where: `answer of ${name}`, text: said.error.issues[0]?.path.map(String).join('.') ?? '' });
    return { ok: true, value: said.data };
  } catch (error) {
    return failed('internal-bug', { where: `request ${name}`, text: String(error).slice(0, 200) });
  }
}
