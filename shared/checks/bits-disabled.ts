import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { serviceNamed } from '../service-check';

/** BITS fetches the update files: Manual is right, in any state; it must not be Disabled (WSUS 3.0 Operations Guide). */
export const bitsDisabled = defineCheck({
  id: 'bits-disabled',
  needs: ['services'],
  uses: [],
  severity: 'problem',
  grade: 'vendor-doc',
  sources: ['wsus-bits'],
  evaluate({ services }) {
    const bits = serviceNamed(services, 'BITS');
    if ('fault' in bits) return unknown({ service: 'BITS' }, bits.fault);
    if (bits.service === null) return notApplicable('not-installed');
    const { state, startMode } = bits.service;
    return startMode === 'disabled' ? fail({ service: 'BITS', state, startMode }) : pass;
  },
});
