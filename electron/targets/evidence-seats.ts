/** What several carried answers.json saw of one server's addresses: the kit on the server, and a PC beside it. */
import type { AnswersFile } from '../../shared/formats/answers';
import type { AnswerOf } from '../../shared/probes/index';
import { mergeSeats } from '../../shared/seat-merge';

interface Carried {
  readonly file: string;
  readonly date: string;
  readonly answers: AnswersFile;
}
type Endpoints = AnswerOf<'endpoints'>;

/** Answers are checked against their probe's schema when the file is read. */
const endpointsOf = ({ answers }: Carried): Endpoints | null => {
  const said = answers.answers.endpoints?.collected;
  return said?.outcome === 'ok' ? (said.value as Endpoints) : null;
};
const label = (name: string | null | undefined): string => (name ?? '').split('.')[0]?.toLowerCase() ?? '';
/** The names under which a file speaks of the server: the computer that answered, and the host that was asked. */
const namesOf = (c: Carried): string[] => [label(c.answers.computer), label(endpointsOf(c)?.host)].filter((n) => n !== '' && n !== 'localhost');
const sameServer = (a: Carried, b: Carried): boolean => namesOf(a).some((n) => namesOf(b).includes(n));

/** Of the server that the newest file speaks of, every seat's answer, the newest of each. */
export function seatsIn<T extends Carried>(carried: readonly T[]): { value: Endpoints; files: T[] } | null {
  const newest = carried.filter((c) => endpointsOf(c) !== null).sort((a, b) => (a.date < b.date ? 1 : -1));
  const [first] = newest;
  const files = newest.filter((c) => c === first || (first && sameServer(c, first)));
  const value = mergeSeats(files.flatMap((c) => endpointsOf(c) ?? []));
  return value && { value, files };
}
