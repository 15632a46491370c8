/** Reads what the address dialog's page sends: strict, bounded. */
import * as z from 'zod/mini';
import type { AddressAnswer } from '../shared/address-question';

const text = (most: number) => z.string().check(z.maxLength(most));
const Answer = z.strictObject({
  address: text(300),
  account: z.nullable(z.strictObject({ user: text(200), password: text(1000) })),
  throughProxy: z.boolean(),
});

export function readAnswer(input: unknown): AddressAnswer | null {
  const read = Answer.safeParse(input);
  return read.success ? read.data : null;
}
