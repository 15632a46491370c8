import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { generationOf, upTo30 } from '../generation';
import { okValue } from '../probe';
import { wsusVrootOf } from '../wsus-layout';

/** The two files every agent before Windows 10 asks for first (domain.md 4.2). */
const wanted = ['wuident.cab', 'iuident.cab'];

export const selfUpdateFilesMissing = defineCheck({
  id: 'self-update-files-missing',
  needs: ['virtual-directories'],
  uses: ['product'],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-self-update'],
  evaluate(answers, used) {
    const { vroots, selfUpdateFiles } = answers['virtual-directories'];
    if (!vroots.some((v) => wsusVrootOf(v.name) === 'Selfupdate')) return notApplicable('no-such-vroot');
    if (selfUpdateFiles?.outcome !== 'ok') return unknown({ files: wanted }, selfUpdateFiles?.fault);
    const { folder, files } = selfUpdateFiles.value;
    const there = new Set(files.map((f) => f.toLowerCase()));
    const missing = wanted.filter((f) => !there.has(f));
    if (missing.length === 0) return pass;
    const version = okValue(okValue(used.product)?.wsus)?.version;
    const generation = version ? generationOf(version) : null;
    return fail({ folder, missing }, generation && !upTo30(generation) ? 'warning' : 'problem');
  },
});
