import { defineCheck, fail, pass, unknown } from '../check';

/** WSUS' own limits: 200 MB error, 500 MB warning (21799620). */
const megabyte = 1024 * 1024;

export const contentDriveFull = defineCheck({
  id: 'content-drive-full',
  needs: ['content'],
  uses: [],
  severity: 'problem',
  after: ['web-publishing-stopped', 'update-services-stopped', 'database-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-health'],
  evaluate({ content }) {
    if (content.free?.outcome !== 'ok') return unknown({ what: 'free' }, content.free?.fault);
    const free = content.free.value;
    if (free >= 500 * megabyte) return pass;
    return fail({ free }, free < 200 * megabyte ? 'problem' : 'warning');
  },
});
