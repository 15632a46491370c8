import { scenariosDocument, visitsDocument } from '../../shared/report';
import { failed, ok } from '../../shared/result';
import { foldVisit } from '../../shared/visit';
import type { Run } from './context';
import { visitDocument } from './report';

export const visits: Run = async (context) => {
  const { args } = context;
  const handlers = context.handlers(true);
  const id = args.text('visit');
  if (args.flag('delete')) {
    if (id === undefined) return failed('input-missing-option', { option: '--visit' });
    if (!args.flag('yes')) return failed('denied-confirmation-missing', { visit: id });
    const removed = await handlers['visits.delete']({ visit: id });
    if (!removed.ok) return removed;
  } else if (id !== undefined) {
    const opened = await handlers['visit.reopen']({ visit: id });
    if (!opened.ok) return opened;
    const entries = await handlers['visit.entries']({ visit: id, since: 0 });
    await handlers['visit.close']({ visit: id });
    if (!entries.ok) return entries;
    const document = visitDocument(foldVisit(entries.value.entries));
    const lines = entries.value.entries.map((e) => `${e.at} ${e.kind}${'check' in e ? ` ${e.check}: ${e.result}` : 'plan' in e ? ` ${e.plan}` : ''}`);
    return ok({ document, text: lines.join('\n'), exit: 0 });
  }
  const list = await handlers['visits.list']({});
  if (!list.ok) return list;
  const document = visitsDocument(list.value.visits);
  return ok({ document, text: document.visits.map((v) => `${v.visit}  ${v.target.kind}: ${v.target.name}  ${v.openedAt}`).join('\n'), exit: 0 });
};

export const scenarios: Run = async (context) => {
  const list = context.targets.scenarios().map(({ scenario, info }) => ({ info, answers: scenario.answers }));
  const document = scenariosDocument(list, context.lang, context.args.flag('answers'));
  const text = document.scenarios.map((s) =>
    [`simulated:${s.id}`, `    ${s.title}`, `    ${s.story}`, ...(s.faults ?? []).map((f) => `    * ${f.severity}: ${f.check}`)].join('\n'),
  );
  return ok({ document, text: text.join('\n'), exit: 0 });
};
