/** The agent's JSON lines, from bytes of any cut: bounded, and nothing that is no line of its own counts. */
import * as z from 'zod/mini';
import type { Result } from '../../shared/result';
import { FaultSchema, failed, fault, ok } from '../../shared/result';

/** More than any honest answer: 2,000 clients and 5,000 DNS records are below 4 MB. */
export const maxOutput = 32 * 1024 * 1024;
const maxLine = 8 * 1024 * 1024;

const outcome = z.enum(['ok', 'failed', 'denied', 'missing']);
export const AgentLine = z.union([
  z.object({ schema: z.string(), computer: z.string(), takenAt: z.string() }),
  z.object({ connected: z.string() }),
  z.object({ asking: z.string() }),
  z.object({ starting: z.number() }),
  z.object({ computers: z.array(z.object({ name: z.string(), host: z.string() })), more: z.boolean(), fault: z.optional(FaultSchema) }),
  z.object({ probe: z.string(), machine: z.string(), outcome, answer: z.optional(z.unknown()), fault: z.optional(FaultSchema) }),
  z.object({
    operation: z.number(),
    outcome,
    found: z.optional(z.unknown()),
    readBack: z.optional(z.unknown()),
    backup: z.optional(z.string()),
    fault: z.optional(FaultSchema),
  }),
  z.object({ end: z.enum(['ok', 'error']), lines: z.number(), fault: z.optional(FaultSchema) }),
]);
export type AgentLine = z.infer<typeof AgentLine>;

export class AgentReader {
  private rest: Buffer[] = [];
  private restBytes = 0;
  private bytes = 0;
  private count = 0;
  /** The end line, where it came and counts right. */
  end: Extract<AgentLine, { end: string }> | null = null;
  /** First text that is no line of the agent's: words of the script host, for people. */
  odd = '';

  constructor(private readonly told: (line: AgentLine) => void) {}

  get lines(): number {
    return this.count;
  }

  /** False: too much. */
  take(chunk: Buffer): boolean {
    this.bytes += chunk.length;
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      this.rest.push(chunk.subarray(from, at));
      this.line(Buffer.concat(this.rest));
      this.rest = [];
      this.restBytes = 0;
      from = at + 1;
    }
    this.rest.push(chunk.subarray(from));
    this.restBytes += chunk.length - from;
    return this.bytes <= maxOutput && this.restBytes <= maxLine;
  }

  private line(bytes: Buffer): void {
    const text = bytes.toString('latin1').trim();
    if (text === '' || this.end) return;
    const read = text.startsWith('{') ? AgentLine.safeParse(parsed(text)) : null;
    if (!read?.success) {
      this.odd ||= text.slice(0, 200);
      return;
    }
    this.count++;
    if ('end' in read.data) {
      if (read.data.lines === this.count) this.end = read.data;
    } else this.told(read.data);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The lines of a file that is complete, or as far as it goes. */
export function readAgentText(text: string, told: (line: AgentLine) => void): Result<null> {
  const reader = new AgentReader(told);
  if (!reader.take(Buffer.from(text, 'latin1'))) return failed('too-large-agent');
  if (!reader.end) return failed('probe-agent-cut', { lines: reader.lines, text: reader.odd });
  return reader.end.end === 'ok' ? ok(null) : { ok: false, fault: reader.end.fault ?? fault('probe-agent-cut') };
}
