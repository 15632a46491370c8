import { defineCheck, fail, pass, unknown } from '../check';

/** No update is approved and nothing is queued: clients are offered nothing, and that is what was asked for. */
export const nothingApproved = defineCheck({
  id: 'nothing-approved',
  needs: ['synchronization', 'content'],
  uses: [],
  severity: 'warning',
  after: ['web-publishing-stopped', 'update-services-stopped', 'database-stopped'],
  grade: 'inference',
  sources: ['wsus-content-progress'],
  evaluate({ synchronization, content }) {
    if (synchronization.approved === null) return content.total > 0 ? pass : unknown({ what: 'approved' });
    return synchronization.approved === 0 && content.total === 0 ? fail({ approved: 0 }) : pass;
  },
});
