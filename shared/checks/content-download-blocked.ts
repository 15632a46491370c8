import { defineCheck, fail, pass, unknown } from '../check';
import { blockedBy } from '../content-progress';
import { okValue } from '../probe';
import { serviceNamed } from '../service-check';

/** Files are wanted and cannot come: BITS disabled, no room, or a recent event 364 without progress since. */
export const contentDownloadBlocked = defineCheck({
  id: 'content-download-blocked',
  needs: ['content'],
  uses: ['services'],
  severity: 'problem',
  after: ['web-publishing-stopped', 'update-services-stopped', 'database-stopped', 'bits-disabled', 'content-drive-full'],
  grade: 'vendor-doc',
  sources: ['wsus-content-progress', 'wsus-bits'],
  evaluate({ content }, used, earlier, now) {
    if (content.done >= content.total) return pass;
    const before = okValue(earlier?.answers.content);
    const reasons = blockedBy(content, used.services, before, now);
    if (reasons.length > 0)
      return fail({
        reasons,
        done: content.done,
        total: content.total,
        free: okValue(content.free) ?? null,
        lastFailure: okValue(content.lastFailure) ?? null,
      });
    // Bytes that came since the look before prove it, whatever could not be read.
    if (before && content.done > before.done) return pass;
    const bits = used.services.outcome === 'ok' ? serviceNamed(used.services.value, 'BITS') : used.services;
    if ('fault' in bits) return unknown({ what: 'BITS' }, bits.fault);
    if (content.free?.outcome !== 'ok') return unknown({ what: 'free' }, content.free?.fault);
    return content.lastFailure?.outcome === 'ok' ? pass : unknown({ what: 'event-364' }, content.lastFailure?.fault);
  },
});
