import type { Case } from '../helpers/check-cases';
import { within } from '../helpers/seat-answers';
import { denied, failed, missing, ok, webSites } from '../helpers/small';

const pools = (states: Readonly<Record<string, string>>) => ok(Object.entries(states).map(([name, state]) => ({ name, state })));
const sites = (of: unknown) => ok({ ...within(webSites(7, [{ id: 5, name: 'WSUS', port: 8530 }])), pools: of });
const inPool = (pool: string | null) => ok({ path: 'C:\\x', anonymous: true, requiresSsl: false, pool });
const directories = (of: Readonly<Record<string, unknown>>) =>
  ok({ vroots: Object.entries(of).map(([name, settings]) => ({ node: `WSUS/${name}`, site: 5, name, settings })), selfUpdateFiles: missing });
const usual = directories({ Selfupdate: inPool(null), ClientWebService: inPool('WsusPool'), ApiRemoting30: inPool('Other') });
const of = (states: unknown, vroots: unknown = usual) => ({ 'web-sites': sites(states), 'virtual-directories': vroots });

export const cases: readonly Case[] = [
  { name: 'the pool runs', answers: of(pools({ WsusPool: 'started' })), want: { verdict: 'pass' } },
  {
    name: 'the pool is stopped',
    answers: of(pools({ DefaultAppPool: 'started', WsusPool: 'stopped' })),
    want: { verdict: 'fail', severity: 'problem', facts: { pools: ['WsusPool'] } },
  },
  { name: 'a pool of others is stopped', answers: of(pools({ DefaultAppPool: 'stopped', WsusPool: 'started' })), want: { verdict: 'pass' } },
  { name: 'the pool of a directory no client asks is stopped', answers: of(pools({ Other: 'stopped', WsusPool: 'started' })), want: { verdict: 'pass' } },
  {
    name: 'two pools of WSUS are stopped',
    answers: of(
      pools({ A: 'stopped', B: 'stopped', C: 'started' }),
      directories({ ClientWebService: inPool('A'), SimpleAuthWebService: inPool('B'), ReportingWebService: inPool('C') }),
    ),
    want: { verdict: 'fail', facts: { pools: ['A', 'B'] } },
  },
  { name: 'static directories without a pool', answers: of(pools({ X: 'stopped' }), directories({ Content: inPool(null) })), want: { verdict: 'pass' } },
  {
    name: 'a directory whose settings may not be read',
    answers: of(pools({ WsusPool: 'started' }), directories({ ClientWebService: inPool('WsusPool'), ReportingWebService: denied })),
    want: { verdict: 'unknown', facts: { node: 'WSUS/ReportingWebService' }, fault: { code: 'denied-access' } },
  },
  {
    name: 'a directory that could not be read beside a stopped pool: what is certain is told',
    answers: of(pools({ WsusPool: 'stopped' }), directories({ ClientWebService: inPool('WsusPool'), ReportingWebService: denied })),
    want: { verdict: 'fail', facts: { pools: ['WsusPool'] } },
  },
  { name: 'the pools are not in the evidence', answers: of(missing), want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
  { name: 'the pools may not be read', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  {
    name: 'no directory of WSUS',
    answers: of(pools({ WsusPool: 'stopped' }), directories({ Exchange: inPool('WsusPool') })),
    want: { verdict: 'notApplicable', because: 'no-wsus-found' },
  },
  { name: 'the directories could not be asked', answers: of(pools({}), failed), want: { verdict: 'unknown', facts: { probe: 'virtual-directories' } } },
  {
    name: 'the sites could not be asked',
    answers: { 'web-sites': failed, 'virtual-directories': usual },
    want: { verdict: 'unknown', facts: { probe: 'web-sites' } },
  },
];
