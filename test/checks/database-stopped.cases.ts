import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok, product, services } from '../helpers/small';

/** The set-up key names this database. */
const named = (database: string) => product('3.1.6001.65', { wsus: ok({ version: '3.1.6001.65', port: 8530, ssl: false, database, contentDir: 'D:\\WSUS' }) });
const internal = 'MSSQL$MICROSOFT##SSEE';
const of = (state: Parameters<typeof services>[0][string]) => ({ product: named(internal), services: services({ [internal]: state }) });

export const cases: readonly Case[] = [
  { name: 'the internal database runs', answers: of('running/automatic'), want: { verdict: 'pass' } },
  { name: 'it is about to run', answers: of('start-pending/automatic'), want: { verdict: 'pass' } },
  {
    name: 'it is stopped',
    answers: of('stopped/automatic'),
    want: { verdict: 'fail', severity: 'problem', facts: { service: internal, state: 'stopped', startMode: 'automatic' } },
  },
  { name: 'it is disabled', answers: of('stopped/disabled'), want: { verdict: 'fail', severity: 'problem', facts: { startMode: 'disabled' } } },
  { name: 'it is paused', answers: of('paused/automatic'), want: { verdict: 'fail', facts: { state: 'paused' } } },
  { name: 'it is about to stop', answers: of('stop-pending/automatic'), want: { verdict: 'fail' } },
  {
    name: 'a stopped database of another product beside it',
    answers: { product: named(internal), services: services({ [internal]: 'running/automatic', MSSQLSERVER: 'stopped/automatic' }) },
    want: { verdict: 'pass' },
  },
  {
    name: 'a running database of another product beside it',
    answers: { product: named('MSSQL$WSUS'), services: services({ MSSQL$WSUS: 'stopped/manual', MSSQLSERVER: 'running/automatic' }) },
    want: { verdict: 'fail', facts: { service: 'MSSQL$WSUS', startMode: 'manual' } },
  },
  {
    name: 'the set-up key is not known, and one database is installed',
    answers: { product: product(null), services: services({ 'MICROSOFT##WID': 'stopped/automatic', MSSQLSERVER: null }) },
    want: { verdict: 'fail', facts: { service: 'MICROSOFT##WID' } },
  },
  {
    name: 'the product is not known, and the only database runs',
    answers: { product: failed, services: services({ 'MICROSOFT##WID': 'running/automatic' }) },
    want: { verdict: 'pass' },
  },
  {
    name: 'the set-up key is not known, and two databases are installed',
    answers: { product: product(null), services: services({ 'MICROSOFT##WID': 'running/automatic', MSSQLSERVER: 'stopped/automatic' }) },
    want: { verdict: 'unknown', facts: { what: 'database' } },
  },
  {
    name: 'the set-up key is not known, and one of two databases could not be asked',
    answers: { product: product(null), services: services({ 'MICROSOFT##WID': 'running/automatic', MSSQLSERVER: denied }) },
    want: { verdict: 'unknown', facts: { what: 'database' } },
  },
  {
    name: 'the product is not known, and no database is installed',
    answers: { product: failed, services: services({}) },
    want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } },
  },
  {
    name: 'the named database is on another server',
    answers: { product: named('MSSQL$WSUS'), services: services({ MSSQL$WSUS: null }) },
    want: { verdict: 'unknown', facts: { service: 'MSSQL$WSUS' }, fault: { code: 'probe-database-elsewhere' } },
  },
  { name: 'a service that may not be asked', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  {
    name: 'a service that the answer does not name',
    answers: { product: named(internal), services: services({}) },
    want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } },
  },
  {
    name: 'no answer at all',
    answers: { product: named(internal), services: missing },
    want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } },
  },
];
