import type { Finding } from '../diagnose';
import type { FixPlan, Line } from '../fix';
import { defineFix, machineOf } from '../fix';
import type { Operation } from '../operation';
import type { touchableServices } from '../operation-schema';
import { okValue } from '../probe';
import type { Result } from '../result';
import { failed, ok } from '../result';
import type { Snapshot } from '../snapshot';

type ServiceName = (typeof touchableServices)[number];

/** Start mode each check's service should have (domain.md 5.2); the database's name comes with the finding. */
const displays: Readonly<Record<string, string>> = { W3SVC: 'World Wide Web Publishing Service', WsusService: 'Update Services' };
const serviceChecks = ['web-publishing-stopped', 'update-services-stopped', 'database-stopped'];

const planOf = (finding: Finding, parts: Pick<FixPlan, 'operations' | 'byHand' | 'warnings'>): Result<FixPlan> =>
  ok({ fix: 'start-service', check: finding.check, choices: {}, ...parts, admittedBefore: [], admittedAfter: [], needs: [] });

/** No start of Update Services while wsusutil.exe runs, or where that is not known: it would spoil an import. */
const importInTheWay = (snapshot: Snapshot, finding: Finding): boolean =>
  finding.check === 'update-services-stopped' && okValue(okValue(snapshot.answers.services)?.wsusutil)?.running !== false;

function planService(snapshot: Snapshot, finding: Finding): Result<FixPlan> {
  const name = String(finding.facts.service) as ServiceName;
  const known = okValue(snapshot.answers.services)?.services ?? {};
  const now = okValue(known[name]);
  if (!now) return failed('probe-not-answered', { probe: 'services' });
  if (now.state !== 'stopped') return failed('changed-since-planned', { subject: name });
  const machine = machineOf(snapshot);
  const operations: Operation[] = [
    ...(now.startMode === 'disabled' ? [{ operation: 'service.set-start-mode', machine, service: name, expect: 'disabled', to: 'automatic' } as const] : []),
    { operation: 'service.start', machine, service: name, expect: 'stopped', to: 'running' },
  ];
  const facts = { service: name, display: displays[name] ?? name, mode: 'automatic' };
  const byHand: Line[] = [...(now.startMode === 'disabled' ? [{ id: 'services-start-mode', facts }] : []), { id: 'services-start', facts }];
  return planOf(finding, { operations, byHand, warnings: name === 'W3SVC' ? warningsOfWebServer(snapshot) : [] });
}

/** Windows starts what W3SVC needs; mail, which hangs on IISADMIN, stays as it is. */
function warningsOfWebServer(snapshot: Snapshot): Line[] {
  const known = okValue(snapshot.answers.services)?.services ?? {};
  const stopped = (name: string) => okValue(known[name])?.state === 'stopped';
  const starts = ['IISADMIN', 'HTTPFilter'].filter(stopped);
  return [
    ...(starts.length > 0 ? [{ id: 'starts-too', facts: { services: starts } }] : []),
    ...(stopped('SMTPSVC') ? [{ id: 'mail-stays-stopped', facts: { service: 'SMTPSVC' } }] : []),
  ];
}

function planPools(snapshot: Snapshot, finding: Finding): Result<FixPlan> {
  const pools = Array.isArray(finding.facts.pools) ? (finding.facts.pools as string[]) : [];
  const operations = pools.map(
    (pool): Operation => ({ operation: 'application-pool.start', machine: machineOf(snapshot), pool, expect: 'stopped', to: 'started' }),
  );
  return planOf(finding, {
    operations,
    byHand: pools.map((pool) => ({ id: 'pool-start', facts: { pool } })),
    warnings: [{ id: 'pool-no-way-back', facts: { pools } }],
  });
}

/** Starts a stopped service or application pool; a disabled service first gets its expected start mode. */
export const startService = defineFix({
  id: 'start-service',
  cures: [...serviceChecks, 'application-pool-stopped'],
  choices: (snapshot, finding) => (finding.verdict === 'fail' && !importInTheWay(snapshot, finding) ? [] : null),
  plan: (snapshot, finding) => (finding.check === 'application-pool-stopped' ? planPools(snapshot, finding) : planService(snapshot, finding)),
});
