import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok, product, webSites } from '../helpers/small';

const settings = (anonymous: boolean | null) => ok({ path: 'C:\\x', anonymous, requiresSsl: false, pool: null });
const vroot = (name: string, given: unknown, site = 1) => ({ node: `W3SVC/${site}/ROOT/${name}`, site, name, settings: given });
const sites = webSites(6, [
  { id: 1, name: 'Default Web Site', port: 80 },
  { id: 2, name: 'WSUS Administration', port: 8530 },
  { id: 3, name: 'Intranet', port: 8080 },
]);
const of = (...vroots: readonly unknown[]) => ({ 'web-sites': sites, 'virtual-directories': ok({ vroots, selfUpdateFiles: missing }) });
const wsus = ['ClientWebService', 'SimpleAuthWebService', 'Content'].map((name) => vroot(name, settings(true), 2));
const open = vroot('ClientWebService', settings(true));
const shut = vroot('Selfupdate', settings(false));

export const cases: readonly Case[] = [
  { name: 'anonymous users are admitted', answers: of(open, vroot('Content', settings(true))), want: { verdict: 'pass' } },
  { name: 'ApiRemoting30 is meant to ask for an account', answers: of(open, vroot('ApiRemoting30', settings(false))), want: { verdict: 'pass' } },
  { name: 'a directory of somebody else', answers: of(open, vroot('Exchange', settings(false))), want: { verdict: 'pass' } },
  {
    name: 'a directory of the same name in a site that is not of WSUS',
    answers: of(...wsus, vroot('Content', settings(false), 3)),
    want: { verdict: 'pass' },
  },
  {
    name: 'on port 80 beside WSUS’ own site, Content is somebody else’s and Selfupdate is asked',
    answers: of(...wsus, vroot('Content', settings(false)), shut),
    want: { verdict: 'fail', facts: { directories: 1, nodes: ['W3SVC/1/ROOT/Selfupdate'] } },
  },
  {
    name: 'the port of the set-up key says which of two sites is WSUS’',
    answers: { ...of(vroot('Content', settings(false)), vroot('Content', settings(true), 2)), product: product('3.1.6001.65') },
    want: { verdict: 'pass' },
  },
  {
    name: 'the sites could not be asked',
    answers: { 'virtual-directories': ok({ vroots: [shut], selfUpdateFiles: missing }) },
    want: { verdict: 'unknown', facts: { probe: 'web-sites' } },
  },
  {
    name: 'off at Selfupdate',
    answers: of(open, shut),
    want: { verdict: 'fail', severity: 'problem', facts: { directories: 1, nodes: ['W3SVC/1/ROOT/Selfupdate'] } },
  },
  { name: 'off, beside one that could not be read', answers: of(shut, vroot('Content', denied)), want: { verdict: 'fail', facts: { directories: 1 } } },
  { name: 'one could not be read', answers: of(open, vroot('Content', denied)), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'one does not say', answers: of(open, vroot('Content', settings(null))), want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } } },
  { name: 'no directory of WSUS', answers: of(vroot('Exchange', settings(false))), want: { verdict: 'notApplicable', because: 'no-such-vroot' } },
  {
    name: 'IIS could not be asked',
    answers: { 'web-sites': sites, 'virtual-directories': failed },
    want: { verdict: 'unknown', facts: { probe: 'virtual-directories' } },
  },
];
