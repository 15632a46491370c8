/** Where WSUS stands, as seen from the seat: the port whose client web service answers, and port 80 beside it (domain.md 14). */
import type { Severity } from './check';
import type { Door, DoorVerdict } from './door-verdict';
import { doorVerdict } from './door-verdict';
import type { DoorId } from './doors';
import { generationOf, upTo30 } from './generation';
import { iisVersion } from './page';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';

export interface SeatLayout {
  readonly main: readonly Door[];
  /** The doors on port 80 where WSUS itself uses another; empty where it was not asked or is WSUS' own. */
  readonly port80: readonly Door[];
}

/** How much a port looks like the one WSUS uses. A refusal says more than a page that is not there. */
function weight(group: readonly Door[]): number {
  const get = group.find((d) => d.door === 'client')?.get;
  const cab = group.some((d) => d.door === 'wuident' && doorVerdict(d, undefined).kind === 'right') ? 1.5 : 0;
  // The server asked itself over the port that WSUS names as its own.
  if (get && get.outcome !== 'ok' && get.fault.code === 'probe-own-certificate') return 6;
  if (get?.outcome !== 'ok') return 2 + cab;
  const { status } = get.value;
  if ([200, 405, 500].includes(status)) return 4 + cab;
  return ([401, 403].includes(status) || status >= 500 ? 3 : 1) + cab;
}

export function seatLayout(endpoints: AnswerOf<'endpoints'>): SeatLayout {
  const ports = [...new Set(endpoints.doors.map((d) => d.port))];
  const group = (port: number | undefined) => endpoints.doors.filter((d) => d.port === port);
  // The higher port first: where both answer alike, WSUS' own site is meant.
  const main = ports
    .sort((a, b) => b - a)
    .reduce<number | undefined>((best, p) => (best === undefined || weight(group(p)) > weight(group(best)) ? p : best), undefined);
  return { main: group(main), port80: main === 80 ? [] : group(80) };
}

/** Whether this is WSUS 3.0 or older: by its version, else by what IIS says of itself [inference]; null: neither is known. */
export function isOldWsus(product: Collected<AnswerOf<'product'>> | undefined, doors: readonly Door[]): boolean | null {
  const version = okValue(okValue(product)?.wsus)?.version;
  const generation = version ? generationOf(version) : null;
  if (generation) return upTo30(generation);
  for (const door of doors)
    for (const answer of [door.get, door.head]) {
      const iis = answer.outcome === 'ok' ? iisVersion(answer.value.server) : null;
      if (iis !== null) return iis < 8;
    }
  return null;
}

export interface Judged {
  readonly severity: Severity;
  readonly verdict: DoorVerdict;
}
const order: readonly Severity[] = ['problem', 'warning', 'wait', 'note'];
export const bySeverity = (a: Judged, b: Judged): number => order.indexOf(a.severity) - order.indexOf(b.severity);
export const doorIn = (doors: readonly Door[], id: DoorId): Door | undefined => doors.find((d) => d.door === id);
