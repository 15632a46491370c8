/** Grade and sources of each check, for pages that may not import the checks. A test compares it with the checks. */
import type { CheckId } from '../checks/index';
import type { Grade, SourceId } from '../sources';

export const checkInfo: Record<CheckId, { readonly grade: Grade; readonly sources: readonly SourceId[] }> = {
  'web-publishing-stopped': { grade: 'vendor-doc', sources: ['wsus-services'] },
  'virtual-directory-missing': { grade: 'vendor-doc', sources: ['wsus-services', 'wsus-self-update'] },
  'selfupdate-refuses-clients': { grade: 'release-note', sources: ['release-note-3.0-sp1', 'wsus-self-update', 'kb248043'] },
  'client-web-service-refuses-clients': { grade: 'release-note', sources: ['release-note-3.0-sp1', 'kb248043'] },
  'other-vroots-refuse-clients': { grade: 'inference', sources: ['wsus-services', 'kb248043', 'iis6-metabase-inheritance'] },
  'localhost-refused': { grade: 'release-note', sources: ['release-note-3.0-sp1', 'release-note-3.0-sp2', 'iis6-ip-security', 'iis7-ip-security'] },
  'cert-server-disabled': { grade: 'inference', sources: ['cert-server-dcom', 'forum-thread'] },
  'product-out-of-support': { grade: 'vendor-doc', sources: ['lifecycle-wsus-3.0', 'lifecycle-server'] },
};
