/**
 * The same question from several seats, side by side: what this computer got, what the server got from itself, and what
 * the lists say for each client subnet. Where they disagree, that is the finding (domain.md 0.6).
 */
import { readAddress, showCube } from './address';
import { doorVerdict } from './door-verdict';
import { knownSubnets } from './known-clients';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf, ProbeId } from './probes/index';
import type { Effective } from './restriction';
import { decide, listAt, partition } from './restriction';
import { doorIn, seatLayout } from './seat-layout';
import { layoutOf } from './wsus-layout';

export interface Seat {
  readonly seat: 'here' | 'server' | 'subnet';
  /** An address or a subnet. */
  readonly where: string | null;
  readonly how: 'seen' | 'computed';
  /** null: it cannot be told, or only a part of the subnet is admitted. */
  readonly admitted: boolean | null;
}
export type SeatAnswers = {
  readonly [Id in Extract<ProbeId, 'endpoints' | 'cookie' | 'web-sites' | 'virtual-directories' | 'ip-restrictions' | 'networks' | 'product'>]: Collected<
    AnswerOf<Id>
  >;
};

/** The list in force at WSUS' own vroot; null: not known. */
function listOf(vroot: 'Selfupdate' | 'ClientWebService', answers: SeatAnswers): Effective | null {
  const [sites, vroots, restrictions] = [okValue(answers['web-sites']), okValue(answers['virtual-directories']), okValue(answers['ip-restrictions'])];
  if (!sites || !vroots || !restrictions || okValue(restrictions.inForce) !== true) return null;
  const { main } = layoutOf(sites.sites, vroots.vroots, okValue(okValue(answers.product)?.wsus)?.port ?? null);
  const found = vroots.vroots.find((v) => v.site === main?.id && v.name.toLowerCase() === vroot.toLowerCase());
  const at = found && listAt(found.node, restrictions);
  return at && 'list' in at ? at.list : null;
}

function computed(list: Effective, answers: SeatAnswers): Seat[] {
  const networks = okValue(answers.networks);
  const local = readAddress('127.0.0.1');
  const server: Seat = { seat: 'server', where: '127.0.0.1', how: 'computed', admitted: local.ok ? decide(list, local.value).admitted : null };
  const subnets = (networks ? knownSubnets(networks) : []).slice(0, 20).map(({ cube }): Seat => {
    const pieces = partition(list, cube) ?? [];
    const all = (value: boolean) => pieces.length > 0 && pieces.every((p) => p.admitted === value);
    return { seat: 'subnet', where: showCube(cube), how: 'computed', admitted: all(true) ? true : all(false) ? false : null };
  });
  return [server, ...subnets];
}

/** What each seat that asked got at the door of a vroot. A POST from this PC says nothing of another seat. */
function seen(vroot: 'Selfupdate' | 'ClientWebService', answers: SeatAnswers): Seat[] {
  const endpoints = okValue(answers.endpoints);
  if (!endpoints) return [];
  const cookie = okValue(answers.cookie);
  const { from, address, doors, others = [] } = endpoints;
  return [{ from, address, doors }, ...others].flatMap((seat): Seat[] => {
    const door = doorIn(seatLayout({ ...endpoints, doors: seat.doors }).main, vroot === 'Selfupdate' ? 'wuident' : 'client');
    const verdict = door && doorVerdict(door, cookie?.from === seat.from ? cookie : undefined);
    return verdict ? [{ seat: seat.from, where: seat.address, how: 'seen', admitted: verdict.kind === 'open' ? null : verdict.kind === 'right' }] : [];
  });
}

/** Seats for one vroot: seen first, then computed where nobody asked. */
export function seatsOf(vroot: 'Selfupdate' | 'ClientWebService', answers: SeatAnswers): Seat[] {
  const asked = seen(vroot, answers);
  const list = listOf(vroot, answers);
  const other = list ? computed(list, answers) : [];
  return [...asked, ...other.filter((s) => !(s.seat === 'server' && asked.some((a) => a.seat === 'server' && a.admitted !== null)))];
}

/** At least one gets through and one does not. */
export const seatsDisagree = (seats: readonly Seat[]): boolean => seats.some((s) => s.admitted === true) && seats.some((s) => s.admitted === false);
