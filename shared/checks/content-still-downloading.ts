import type { Verdict } from '../check';
import { defineCheck, fail, notApplicable, pass } from '../check';
import { blockedBy, progressOf } from '../content-progress';
import { okValue } from '../probe';

/** Synchronised is not downloaded: wait. One look says how much is left; a second, ten minutes later, how fast it goes (domain.md 8). */
export const contentStillDownloading = defineCheck({
  id: 'content-still-downloading',
  needs: ['content'],
  uses: ['services', 'synchronization'],
  severity: 'wait',
  after: ['web-publishing-stopped', 'update-services-stopped', 'database-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-content-progress', 'forum-thread'],
  evaluate({ content }, used, earlier, now): Verdict {
    if (content.done >= content.total) return pass;
    const before = okValue(earlier?.answers.content);
    if (blockedBy(content, used.services, before, now).length > 0) return notApplicable('download-blocked');
    const { rate, finishAt } = progressOf(content, before, earlier?.clock ?? earlier?.takenAt ?? null, now);
    return fail({ done: content.done, total: content.total, rate, finishAt, free: okValue(content.free) ?? null });
  },
});
