import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok } from '../helpers/small';

const settings = (anonymous: boolean | null) => ok({ path: 'C:\\x', anonymous, requiresSsl: false, pool: null });
const vroot = (name: string, given: unknown) => ({ node: `W3SVC/1/ROOT/${name}`, site: 1, name, settings: given });
const of = (...vroots: readonly unknown[]) => ({ 'virtual-directories': ok({ vroots, selfUpdateFiles: missing }) });
const open = vroot('ClientWebService', settings(true));
const shut = vroot('Selfupdate', settings(false));

export const cases: readonly Case[] = [
  { name: 'anonymous users are admitted', answers: of(open, vroot('Content', settings(true))), want: { verdict: 'pass' } },
  { name: 'ApiRemoting30 is meant to ask for an account', answers: of(open, vroot('ApiRemoting30', settings(false))), want: { verdict: 'pass' } },
  { name: 'a directory of somebody else', answers: of(open, vroot('Exchange', settings(false))), want: { verdict: 'pass' } },
  {
    name: 'off at Selfupdate',
    answers: of(open, shut),
    want: { verdict: 'fail', severity: 'problem', facts: { directories: 1, nodes: ['W3SVC/1/ROOT/Selfupdate'] } },
  },
  { name: 'off, beside one that could not be read', answers: of(shut, vroot('Content', denied)), want: { verdict: 'fail', facts: { directories: 1 } } },
  { name: 'one could not be read', answers: of(open, vroot('Content', denied)), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'one does not say', answers: of(open, vroot('Content', settings(null))), want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } } },
  { name: 'no directory of WSUS', answers: of(vroot('Exchange', settings(false))), want: { verdict: 'notApplicable', because: 'no-such-vroot' } },
  { name: 'IIS could not be asked', answers: { 'virtual-directories': failed }, want: { verdict: 'unknown', facts: { probe: 'virtual-directories' } } },
];
