/** Ways to put a finding right, their plans, the change and its undo. */
import type { Choice } from '../../shared/fix';
import { ok } from '../../shared/result';
import type { Answers, Rooms } from './given';

const plain = ({ name, values, several, default: usual, open = false }: Choice) => ({ name, values: [...values], default: [...usual], several, open });

export const changeRequests = ({ within }: Rooms): Answers<'visit.offers' | 'visit.plan' | 'visit.undo' | 'visit.apply'> => ({
  'visit.offers': ({ visit, check }) =>
    within(visit, (session) => {
      const offers = session.offers(check);
      if (!offers.ok) return offers;
      return ok({ offers: offers.value.map((o) => ({ fix: o.fix, choices: o.choices.map(plain), byHand: [...o.byHand], warnings: [...o.warnings] })) });
    }),
  'visit.plan': ({ visit, check, fix, choices }) => within(visit, (session) => session.plan(check, fix, choices)),
  'visit.undo': ({ visit, plan, operation, since, includeStarts }) => within(visit, (session) => session.planUndo({ plan, operation, since }, includeStarts)),
  'visit.apply': ({ visit, plan, confirm, elevated }) =>
    within(visit, async (session) => {
      const applied = await session.apply(plan, confirm, elevated);
      return applied.ok ? ok({ plan }) : applied;
    }),
});
