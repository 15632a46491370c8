import { failed } from '../../shared/result';
import type { Run } from './context';
import { runPlan } from './fix';

export const undo: Run = async (context) => {
  const { args } = context;
  const id = args.text('visit');
  if (id === undefined) return failed('input-missing-option', { option: '--visit' });
  const operation = args.text('operation');
  if (operation !== undefined && !(Number.isInteger(Number(operation)) && Number(operation) >= 1))
    return failed('input-bad-number', { option: '--operation', from: 1, to: 9999 });
  const handlers = context.handlers(true);
  const opened = await handlers['visit.reopen']({ visit: id });
  if (!opened.ok) return opened;
  const planned = await handlers['visit.undo']({
    visit: id,
    plan: args.text('plan'),
    operation: operation === undefined ? undefined : Number(operation),
    includeStarts: args.flag('include-starts'),
  });
  const printed = planned.ok ? await runPlan(context, handlers, id, true, planned.value) : planned;
  await handlers['visit.close']({ visit: id });
  return printed;
};
