import type { Case } from '../helpers/check-cases';
import { within } from '../helpers/seat-answers';
import { denied, failed, missing, ok, product, vroots } from '../helpers/small';

const folder = 'C:\\Program Files\\Update Services\\SelfUpdate';
const directories = (selfUpdateFiles: unknown, names: readonly string[] = ['Selfupdate', 'ClientWebService']) =>
  ok({ ...within(vroots([1, 'W3SVC/1/ROOT', names])), selfUpdateFiles });
const files = (...names: string[]) => directories(ok({ folder, files: names }));
const of = (answer: unknown, version: string | null = '3.1.6001.65') => ({ 'virtual-directories': answer, product: product(version) });

export const cases: readonly Case[] = [
  { name: 'both are there', answers: of(files('iuident.cab', 'wuident.cab')), want: { verdict: 'pass' } },
  { name: 'both are there, in capitals', answers: of(files('WUIDENT.CAB', 'IUident.cab', 'AU/x86/XP/ja/wusetup.cab')), want: { verdict: 'pass' } },
  {
    name: 'wuident.cab is missing',
    answers: of(files('iuident.cab')),
    want: { verdict: 'fail', severity: 'problem', facts: { folder, missing: ['wuident.cab'] } },
  },
  {
    name: 'iuident.cab is missing',
    answers: of(files('wuident.cab')),
    want: { verdict: 'fail', severity: 'problem', facts: { missing: ['iuident.cab'] } },
  },
  {
    name: 'the folder is empty',
    answers: of(files()),
    want: { verdict: 'fail', severity: 'problem', facts: { missing: ['wuident.cab', 'iuident.cab'] } },
  },
  {
    name: 'one deeper in the folder is not where it should be',
    answers: of(files('sub/wuident.cab', 'iuident.cab')),
    want: { verdict: 'fail', facts: { missing: ['wuident.cab'] } },
  },
  { name: 'on Server 2022, where few clients self-update', answers: of(files(), '10.0.20348.2762'), want: { verdict: 'fail', severity: 'warning' } },
  { name: 'on Server 2012 R2', answers: of(files(), '6.3.9600.18324'), want: { verdict: 'fail', severity: 'warning' } },
  { name: 'on a version that is not known', answers: of(files(), '9.9.1'), want: { verdict: 'fail', severity: 'problem' } },
  {
    name: 'on a server whose version could not be read',
    answers: { 'virtual-directories': files(), product: failed },
    want: { verdict: 'fail', severity: 'problem' },
  },
  {
    name: 'no Selfupdate directory',
    answers: of(directories(ok({ folder, files: [] }), ['Content'])),
    want: { verdict: 'notApplicable', because: 'no-such-vroot' },
  },
  {
    name: 'the folder is not in the evidence',
    answers: of(directories(missing)),
    want: { verdict: 'unknown', facts: { files: ['wuident.cab', 'iuident.cab'] }, fault: { code: 'probe-not-in-evidence' } },
  },
  { name: 'the folder may not be read', answers: of(directories(denied)), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'the directories could not be asked', answers: of(failed), want: { verdict: 'unknown', facts: { probe: 'virtual-directories' } } },
];
