/** The same doors asked from more than one seat, in one answer: this PC's own comes first, the others stand beside it. */
import type { AnswerOf } from './probes/index';

type Endpoints = AnswerOf<'endpoints'>;
type Other = NonNullable<Endpoints['others']>[number];

const seatsIn = ({ from, address, doors, others = [] }: Endpoints): Other[] => [{ from, address, doors }, ...others];

/** The server asks over each of its addresses; this PC is one seat whatever its address. */
const sameSeat = (a: Pick<Other, 'from' | 'address'>, b: Other): boolean => a.from === b.from && (a.from === 'here' || a.address === b.address);

/** `answers` in the order of preference; of the same seat the first counts. Null: there is none. */
export function mergeSeats(answers: readonly Endpoints[]): Endpoints | null {
  const main = answers.find((a) => a.from === 'here') ?? answers[0];
  if (!main) return null;
  const { others: _, ...plain } = main;
  const others: Other[] = [];
  for (const seat of [main, ...answers].flatMap(seatsIn)) if (![main, ...others].some((o) => sameSeat(o, seat))) others.push(seat);
  return others.length > 0 ? { ...plain, others } : plain;
}
