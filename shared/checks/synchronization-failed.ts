import { defineCheck, fail, pass, unknown } from '../check';

/** The last synchronisation failed. Events 384 and 386 tell it [recollection]; what to look at is the Operations Guide's. */
export const synchronizationFailed = defineCheck({
  id: 'synchronization-failed',
  needs: ['synchronization'],
  uses: [],
  severity: 'problem',
  after: [
    'web-publishing-stopped',
    'import-running',
    'update-services-stopped',
    'database-stopped',
    'proxy-missing',
    'proxy-account-incomplete',
    'proxy-account-not-internet-user',
    'proxy-rejects-account',
  ],
  grade: 'inference',
  sources: ['wsus-synchronization'],
  evaluate({ synchronization: { last, running } }) {
    if (last === null) return unknown({ reason: 'no-synchronization-seen', running });
    return last.result === 'failed' ? fail({ at: last.at, error: last.error, running }) : pass;
  },
});
