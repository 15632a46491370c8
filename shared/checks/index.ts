/** All checks, in reading order: what stops everything first, then who is refused, then the clients, then the updates. */
import type { Check } from '../check';
import { anonymousAccessOff } from './anonymous-access-off';
import { applicationPoolStopped } from './application-pool-stopped';
import { bitsDisabled } from './bits-disabled';
import { certServerDisabled } from './cert-server-disabled';
import { certServerRunning } from './cert-server-running';
import { clientIdDuplicated } from './client-id-duplicated';
import { clientLogErrors } from './client-log-errors';
import { clientNeverContacted } from './client-never-contacted';
import { clientValidationMissing } from './client-validation-missing';
import { clientWebServiceRefusesClients } from './client-web-service-refuses-clients';
import { clientWebServiceUnreachable } from './client-web-service-unreachable';
import { clientsRefusedInLog } from './clients-refused-in-log';
import { contentDownloadBlocked } from './content-download-blocked';
import { contentDriveFull } from './content-drive-full';
import { contentStillDownloading } from './content-still-downloading';
import { cookieLifetimeUnusual } from './cookie-lifetime-unusual';
import { cookieNotIssued } from './cookie-not-issued';
import { databaseStopped } from './database-stopped';
import { importRunning } from './import-running';
import { localhostRefused } from './localhost-refused';
import { nothingApproved } from './nothing-approved';
import { otherVrootsRefuseClients } from './other-vroots-refuse-clients';
import { policyNamesOtherServer } from './policy-names-other-server';
import { policyNotUsed } from './policy-not-used';
import { policyUrlsDiffer } from './policy-urls-differ';
import { policyValueIgnored } from './policy-value-ignored';
import { productOutOfSupport } from './product-out-of-support';
import { proxyAccountIncomplete } from './proxy-account-incomplete';
import { proxyAccountNotInternetUser } from './proxy-account-not-internet-user';
import { proxyBetween } from './proxy-between';
import { proxyMissing } from './proxy-missing';
import { proxyRejectsAccount } from './proxy-rejects-account';
import { selfUpdateFilesMissing } from './self-update-files-missing';
import { selfUpdateUnreachable } from './self-update-unreachable';
import { selfupdateRefusesClients } from './selfupdate-refuses-clients';
import { serverHealthErrors } from './server-health-errors';
import { severalSitesOnPort80 } from './several-sites-on-port-80';
import { sslRequiredOnOpenDirectories } from './ssl-required-on-open-directories';
import { synchronizationFailed } from './synchronization-failed';
import { updateServicesStopped } from './update-services-stopped';
import { virtualDirectoryMissing } from './virtual-directory-missing';
import { webPublishingStopped } from './web-publishing-stopped';
import { webSiteStopped } from './web-site-stopped';

const list = [
  webPublishingStopped,
  importRunning,
  databaseStopped,
  updateServicesStopped,
  webSiteStopped,
  applicationPoolStopped,
  virtualDirectoryMissing,
  selfUpdateFilesMissing,
  anonymousAccessOff,
  sslRequiredOnOpenDirectories,
  severalSitesOnPort80,
  selfupdateRefusesClients,
  clientWebServiceRefusesClients,
  otherVrootsRefuseClients,
  localhostRefused,
  clientsRefusedInLog,
  selfUpdateUnreachable,
  clientWebServiceUnreachable,
  cookieNotIssued,
  cookieLifetimeUnusual,
  proxyBetween,
  policyValueIgnored,
  policyNotUsed,
  policyUrlsDiffer,
  policyNamesOtherServer,
  clientNeverContacted,
  clientValidationMissing,
  clientIdDuplicated,
  clientLogErrors,
  proxyMissing,
  proxyAccountIncomplete,
  proxyAccountNotInternetUser,
  proxyRejectsAccount,
  synchronizationFailed,
  bitsDisabled,
  contentDriveFull,
  contentDownloadBlocked,
  contentStillDownloading,
  nothingApproved,
  serverHealthErrors,
  certServerDisabled,
  certServerRunning,
  productOutOfSupport,
] as const;

export type CheckId = (typeof list)[number]['id'];
export const checks: readonly (Check & { readonly id: CheckId })[] = list;
