/** The looks whose outcome is written down: every scenario, and Worlds that no scenario has yet. */
import { windowsUpdateReader } from '../../shared/formats/windows-update-log';
import type { FaultChoice } from '../../shared/simulation/faults';
import { breakWorld } from '../../shared/simulation/faults';
import type { World } from '../../shared/simulation/world';
import type { Snapshot } from '../../shared/snapshot';
import type { Expected } from '../helpers/expected';
import { expectedOf } from '../helpers/expected';
import { snapshotOf } from '../helpers/look';
import { baseOf, scenarioIds, worldNamed } from '../helpers/worlds';

export interface WrittenLook {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly expected: Expected;
}

const changed = (world: World, change: Partial<World>): Snapshot => snapshotOf({ ...world, ...change });
const supportEnded = { check: 'product-out-of-support', severity: 'note' } as const;

/** With one client's WindowsUpdate.log among the answers. */
function withClientLog(snapshot: Snapshot, lines: readonly string[]): Snapshot {
  const reader = windowsUpdateReader('PC01/WindowsUpdate.log');
  for (const line of lines) reader.line(line);
  return { ...snapshot, answers: { ...snapshot.answers, 'client-log': { outcome: 'ok', value: { clients: [reader.end()] } } } };
}

/** WSUS' own interface does not answer: what is asked through it is blocked by the cause. */
const blockedByWsus = (cause: string) =>
  [
    'client-never-contacted',
    'proxy-missing',
    'proxy-account-incomplete',
    'proxy-account-not-internet-user',
    'proxy-rejects-account',
    'synchronization-failed',
    'content-drive-full',
    'content-download-blocked',
    'content-still-downloading',
    'nothing-approved',
  ].map((check) => ({
    check,
    because: { blockedBy: cause },
  }));

/** Worlds for the checks that no scenario fails. */
function moreOfTheRest(sbs: World): WrittenLook[] {
  const stopped = (name: string): Partial<World> => ({
    services: { ...sbs.services, [name]: { ...(sbs.services[name] as World['services'][string]), state: 'stopped' } },
  });
  const look = (name: string, snapshot: Snapshot, found: Expected['found'], unknown: Expected['unknown'] = []): WrittenLook => ({
    name,
    snapshot,
    expected: { found: [...found, supportEnded], unknown, mustNot: [], afterFix: [] },
  });
  const broken = (...faults: readonly FaultChoice[]): Snapshot => snapshotOf(faults.reduce(breakWorld, sbs));
  const bits = sbs.services.BITS as World['services'][string];
  const database = 'MSSQL$MICROSOFT##SSEE';
  const files = sbs.selfUpdateFiles.files.filter((f) => f !== 'wuident.cab');
  const noCookie: Expected['unknown'] = [{ check: 'cookie-not-issued' }, { check: 'cookie-lifetime-unusual' }];
  return [
    look(
      'a World whose database is stopped',
      changed(sbs, stopped(database)),
      [
        { check: 'database-stopped', severity: 'problem', facts: { service: database, state: 'stopped', startMode: 'automatic' } },
        { check: 'cookie-not-issued', severity: 'problem', facts: { status: 500, errorCode: 'InternalServerError' } },
      ],
      [...blockedByWsus('database-stopped'), { check: 'cookie-lifetime-unusual', because: { blockedBy: 'cookie-not-issued' } }],
    ),
    look(
      'a World whose Update Services are stopped',
      changed(sbs, stopped('WsusService')),
      [{ check: 'update-services-stopped', severity: 'problem', facts: { service: 'WsusService', importKnown: true } }],
      blockedByWsus('update-services-stopped'),
    ),
    look(
      'a World whose WSUS site is stopped',
      changed(sbs, { sites: sbs.sites.map((s) => (s.id === 1572271583 ? { ...s, state: 'stopped' } : s)) }),
      [
        { check: 'web-site-stopped', severity: 'problem', facts: { sites: ['WSUS の管理'], main: true } },
        { check: 'client-web-service-unreachable', severity: 'problem', facts: { fault: 'unreachable-refused' } },
      ],
      noCookie,
    ),
    look(
      'a World whose pool is stopped',
      changed(sbs, { pools: sbs.pools.map((p) => (p.name === 'WsusPool' ? { ...p, state: 'stopped' } : p)) }),
      [
        { check: 'application-pool-stopped', severity: 'problem', facts: { pools: ['WsusPool'] } },
        { check: 'client-web-service-unreachable', severity: 'problem', facts: { status: 503 } },
      ],
      noCookie,
    ),
    look('a World without wuident.cab', changed(sbs, { selfUpdateFiles: { ...sbs.selfUpdateFiles, files } }), [
      { check: 'self-update-files-missing', severity: 'problem', facts: { missing: ['wuident.cab'] } },
      { check: 'self-update-unreachable', severity: 'problem', facts: { status: 404 } },
    ]),
    look('a World whose drive is full', changed(sbs, { content: { ...sbs.content, free: 157_286_400 } }), [
      { check: 'content-drive-full', severity: 'problem', facts: { free: 157_286_400 } },
    ]),
    look('a World where a file failed an hour ago', changed(sbs, { content: { ...sbs.content, done: 1, lastFailure: '2026-11-18T04:05:00.000Z' } }), [
      { check: 'content-download-blocked', severity: 'problem', facts: { reasons: ['event-364'], done: 1 } },
    ]),
    look(
      'a World where nothing is approved',
      changed(sbs, { synchronization: { ...sbs.synchronization, approved: 0 }, content: { ...sbs.content, done: 0, total: 0 } }),
      [{ check: 'nothing-approved', severity: 'warning', facts: { approved: 0 } }],
    ),
    look('a World whose BITS is disabled', changed(sbs, { services: { ...sbs.services, BITS: { ...bits, startMode: 'disabled' } } }), [
      { check: 'bits-disabled', severity: 'problem', facts: { service: 'BITS', startMode: 'disabled' } },
    ]),
    look('a World whose Reporting Web Service wants an account', broken({ fault: 'anonymous-off', site: 1572271583, name: 'ReportingWebService' }), [
      { check: 'anonymous-access-off', severity: 'problem', facts: { directories: 1 } },
      { check: 'client-web-service-unreachable', severity: 'warning', facts: { status: 401 } },
    ]),
    look(
      'a World whose client holds UseWUServer as text',
      broken({ fault: 'policies', clients: ['PC01'], useWuServer: null, ignored: [{ name: 'AU\\UseWUServer', type: 'REG_SZ' }] }),
      [
        { check: 'policy-value-ignored', severity: 'problem', facts: { clients: 1, names: ['PC01'], values: ['AU\\UseWUServer (REG_SZ)'] } },
        { check: 'policy-not-used', severity: 'problem', facts: { names: ['PC01'] } },
      ],
    ),
    look('a World that reports an error of its own', broken({ fault: 'event', id: 12022, at: sbs.clock, message: 'Not working.' }), [
      { check: 'server-health-errors', severity: 'warning', facts: { events: [{ id: 12022, count: 1, last: sbs.clock, message: 'Not working.' }] } },
    ]),
    look('a World behind ISA without a proxy', broken({ fault: 'isa-server' }, { fault: 'synchronization-failed', at: sbs.clock, error: 'no route' }), [
      { check: 'proxy-missing', severity: 'problem', facts: { reason: 'isa' } },
      { check: 'synchronization-failed', severity: 'problem' },
    ]),
    look(
      'a World whose proxy account has expired',
      broken(
        { fault: 'proxy', name: 'proxy01', port: 8080, user: 'wsusproxy', domain: 'CONTOSO', hasPassword: true },
        { fault: 'synchronization-failed', at: sbs.clock, error: '(407) Proxy Authentication Required' },
      ),
      [
        { check: 'proxy-rejects-account', severity: 'problem', facts: { user: 'wsusproxy' } },
        { check: 'synchronization-failed', severity: 'problem' },
      ],
    ),
  ];
}

function moreLooks(): WrittenLook[] {
  const sbs = baseOf('sbs2003');
  const isOn = (site: number, name: string) => (v: World['vroots'][number]) => !(v.site === site && v.name === name);
  return [
    {
      name: 'a World whose WSUS site lost Content',
      snapshot: changed(sbs, { vroots: sbs.vroots.filter(isOn(1572271583, 'Content')) }),
      expected: {
        found: [
          { check: 'virtual-directory-missing', severity: 'problem', facts: { missing: ['Content'], onPort80: [] } },
          { check: 'client-web-service-unreachable', severity: 'warning', facts: { door: 'content' } },
          supportEnded,
        ],
        unknown: [],
        mustNot: ['selfupdate-refuses-clients'],
        afterFix: [],
      },
    },
    {
      name: 'a World whose port 80 lost Selfupdate',
      snapshot: changed(sbs, { vroots: sbs.vroots.filter(isOn(1, 'Selfupdate')) }),
      expected: {
        found: [
          { check: 'virtual-directory-missing', severity: 'problem', facts: { missing: [], onPort80: ['Selfupdate'] } },
          { check: 'self-update-unreachable', severity: 'problem', facts: { status: 404 } },
          supportEnded,
        ],
        unknown: [],
        mustNot: [],
        afterFix: [],
      },
    },
    {
      name: 'a World with a second site on port 80',
      snapshot: changed(sbs, {
        sites: [...sbs.sites, { id: 9, name: 'SharePoint', bindings: [{ protocol: 'http', address: '', port: 80, host: '' }], state: 'started' }],
      }),
      expected: {
        found: [{ check: 'several-sites-on-port-80', severity: 'warning', facts: { port: 80 } }, supportEnded],
        unknown: [],
        mustNot: [],
        afterFix: [],
      },
    },
    {
      name: 'a World with the update log of a client that cannot update itself',
      snapshot: withClientLog(snapshotOf(sbs), ['2026-11-17\t08:15:32:100\t 840\t6d8\tSetup\tFATAL: IsUpdateRequired failed with error 0x80244018']),
      expected: {
        found: [{ check: 'client-log-errors', severity: 'warning', facts: { clients: 1, first: '0x80244018' } }, supportEnded],
        unknown: [],
        mustNot: [],
        afterFix: [],
      },
    },
    ...moreOfTheRest(sbs),
  ];
}

export const writtenLooks = (): WrittenLook[] => [
  ...scenarioIds.map((id) => ({ name: id, snapshot: snapshotOf(worldNamed(id)), expected: expectedOf(id) })),
  ...moreLooks(),
];
