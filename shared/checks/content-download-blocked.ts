import { defineCheck, fail, pass } from '../check';
import { blockedBy } from '../content-progress';
import { okValue } from '../probe';

/** Files are wanted and cannot come: BITS disabled, no room, or a recent event 364 without progress since. */
export const contentDownloadBlocked = defineCheck({
  id: 'content-download-blocked',
  needs: ['content'],
  uses: ['services'],
  severity: 'problem',
  after: ['web-publishing-stopped', 'update-services-stopped', 'database-stopped', 'content-drive-full'],
  grade: 'vendor-doc',
  sources: ['wsus-content-progress', 'wsus-bits'],
  evaluate({ content }, used, earlier, now) {
    if (content.done >= content.total) return pass;
    const reasons = blockedBy(content, used.services, okValue(earlier?.answers.content), now);
    return reasons.length > 0
      ? fail({ reasons, done: content.done, total: content.total, free: okValue(content.free) ?? null, lastFailure: okValue(content.lastFailure) ?? null })
      : pass;
  },
});
