/** Grade and sources of each check, for pages that may not import the checks. A test compares it with the checks. */
import type { CheckId } from '../checks/index';
import type { Grade, SourceId } from '../sources';

export const checkInfo: Record<CheckId, { readonly grade: Grade; readonly sources: readonly SourceId[] }> = {
  'application-pool-stopped': { grade: 'field-report', sources: ['wsus-services'] },
  'cert-server-disabled': { grade: 'inference', sources: ['cert-server-dcom', 'forum-thread'] },
  'cert-server-running': { grade: 'field-report', sources: ['forum-thread', 'cert-server-dcom'] },
  'client-id-duplicated': { grade: 'vendor-doc', sources: ['wsus-cloned-images'] },
  'client-never-contacted': { grade: 'inference', sources: ['wsus-self-update'] },
  'client-validation-missing': { grade: 'inference', sources: ['wsus-cloned-images', 'forum-thread'] },
  'client-web-service-refuses-clients': { grade: 'release-note', sources: ['release-note-3.0-sp1', 'kb248043'] },
  'content-download-blocked': { grade: 'vendor-doc', sources: ['wsus-content-progress', 'wsus-bits'] },
  'content-drive-full': { grade: 'vendor-doc', sources: ['wsus-health'] },
  'content-still-downloading': { grade: 'vendor-doc', sources: ['wsus-content-progress', 'forum-thread'] },
  'database-stopped': { grade: 'vendor-doc', sources: ['wsus-service-list', 'wsus-database'] },
  'import-running': { grade: 'vendor-doc', sources: ['wsus-import'] },
  'localhost-refused': { grade: 'release-note', sources: ['release-note-3.0-sp1', 'release-note-3.0-sp2', 'iis6-ip-security', 'iis7-ip-security'] },
  'nothing-approved': { grade: 'inference', sources: ['wsus-content-progress'] },
  'other-vroots-refuse-clients': { grade: 'inference', sources: ['wsus-services', 'kb248043', 'iis6-metabase-inheritance'] },
  'product-out-of-support': { grade: 'vendor-doc', sources: ['lifecycle-wsus-3.0', 'lifecycle-server'] },
  'self-update-files-missing': { grade: 'vendor-doc', sources: ['wsus-self-update'] },
  'selfupdate-refuses-clients': { grade: 'release-note', sources: ['release-note-3.0-sp1', 'wsus-self-update', 'kb248043'] },
  'update-services-stopped': { grade: 'vendor-doc', sources: ['wsus-service-list', 'wsus-import'] },
  'virtual-directory-missing': { grade: 'vendor-doc', sources: ['wsus-services', 'wsus-self-update'] },
  'web-publishing-stopped': { grade: 'vendor-doc', sources: ['wsus-services'] },
  'web-site-stopped': { grade: 'vendor-doc', sources: ['wsus-services'] },
};
