/** What the agent says of an operation, as its result. */
import * as z from 'zod/mini';
import type { OperationValue } from '../../shared/operation';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Ran } from './adapter';
import type { AgentLine } from './agent-lines';

const Value = z.json() as unknown as z.ZodMiniType<OperationValue>;

/** A line for the operation counts whatever came after it. */
export function ranOf(line: Extract<AgentLine, { operation: number }> | null, done: Result<null>): Result<Ran> {
  if (line?.outcome === 'ok') {
    const found = Value.safeParse(line.found);
    const readBack = Value.safeParse(line.readBack);
    if (found.success && readBack.success) return ok({ found: found.data, readBack: readBack.data, ...(line.backup !== undefined && { backup: line.backup }) });
  }
  if (line?.fault) return { ok: false, fault: line.fault };
  return done.ok ? failed('probe-agent-cut', { lines: 0 }) : done;
}
