/** What the two checks of addresses share: the worst door names the finding, the others stand beside it. */
import type { Severity, Verdict } from './check';
import { fail, pass, unknown } from './check';
import { wrongFacts } from './door-verdict';
import type { Facts } from './result';
import type { Judged } from './seat-layout';
import { bySeverity } from './seat-layout';
import type { Seat } from './seats';
import { seatsDisagree } from './seats';

export const seatUses = ['cookie', 'product', 'web-sites', 'virtual-directories', 'ip-restrictions', 'networks'] as const;

/** Only where they disagree: then that is what there is to see. */
const seatFacts = (seats: readonly Seat[]): Facts => (seatsDisagree(seats) ? { seats: seats.map((s) => ({ ...s })) } : {});

export function seatVerdict(judged: readonly Judged[], host: string, from: 'here' | 'server', seats: readonly Seat[]): Verdict {
  const wrong = judged.filter((j) => j.verdict.kind === 'wrong').sort(bySeverity);
  const all = wrong.flatMap((j) => (j.verdict.kind === 'wrong' ? [j.verdict.wrong] : []));
  const [worst] = all;
  if (worst) {
    const others = all.slice(1, 9).map((w) => ({ url: w.url, status: w.status, subStatus: w.subStatus, fault: w.fault?.code ?? null }));
    return fail({ ...wrongFacts(worst, host), from, others, ...seatFacts(seats) }, wrong[0]?.severity as Severity);
  }
  const open = judged.find((j) => j.verdict.kind === 'open');
  if (open?.verdict.kind === 'open') return open.verdict.fault ? unknown({ host }, open.verdict.fault) : unknown({ host, reason: 'door-not-told' });
  // The server reaching itself proves nothing for its clients (domain.md 0.6).
  return from === 'server' ? unknown({ host, reason: 'seen-from-server-only' }) : pass;
}
