import { defineCheck, fail, pass, unknown } from '../check';
import { generationOf, supportEnds } from '../generation';

/** True and worth saying; nothing here can cure it. A failing synchronisation may end in this (domain.md 0.8). */
export const productOutOfSupport = defineCheck({
  id: 'product-out-of-support',
  needs: ['product'],
  uses: [],
  severity: 'note',
  grade: 'vendor-doc',
  sources: ['lifecycle-wsus-3.0', 'lifecycle-server'],
  evaluate({ product }, _used, _earlier, now) {
    if (product.wsus.outcome !== 'ok') return unknown({ what: 'wsus-version' }, product.wsus.fault);
    const { version } = product.wsus.value;
    const generation = generationOf(version);
    if (generation === null) return unknown({ what: 'wsus-version', version });
    const supportEnded = supportEnds[generation];
    return supportEnded <= now.slice(0, 10) ? fail({ generation, version, supportEnded }) : pass;
  },
});
