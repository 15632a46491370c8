/** A probe: a question with a schema. It looks and never judges. */
import * as z from 'zod/mini';
import type { Fault } from './result';
import { FaultSchema } from './result';

export interface Probe<Id extends string = string, Answer = unknown> {
  readonly id: Id;
  readonly schema: z.ZodMiniType<Answer>;
}
export const defineProbe = <const Id extends string, Answer>(id: Id, schema: z.ZodMiniType<Answer>): Probe<Id, Answer> => ({ id, schema });

/** A value that may be missing alone: the whole answer of a probe, or one item in it. */
export type Collected<T> = { readonly outcome: 'ok'; readonly value: T } | { readonly outcome: 'failed' | 'denied' | 'missing'; readonly fault: Fault };

export const collected = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<Collected<T>> =>
  z.union([
    z.object({ outcome: z.literal('ok'), value }),
    z.object({ outcome: z.enum(['failed', 'denied', 'missing']), fault: FaultSchema }),
  ]) as unknown as z.ZodMiniType<Collected<T>>;

export const got = <T>(value: T): Collected<T> => ({ outcome: 'ok', value });
export const lost = (outcome: 'failed' | 'denied' | 'missing', fault: Fault): Collected<never> => ({ outcome, fault });

/** The value, or undefined; an item that is not there at all counts as missing. */
export const okValue = <T>(item: Collected<T> | undefined): T | undefined => (item?.outcome === 'ok' ? item.value : undefined);
