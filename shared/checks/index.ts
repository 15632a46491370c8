/** All checks, in reading order: what stops everything first, then who is refused, then the rest. */
import type { Check } from '../check';
import { certServerDisabled } from './cert-server-disabled';
import { clientWebServiceRefusesClients } from './client-web-service-refuses-clients';
import { localhostRefused } from './localhost-refused';
import { otherVrootsRefuseClients } from './other-vroots-refuse-clients';
import { productOutOfSupport } from './product-out-of-support';
import { selfupdateRefusesClients } from './selfupdate-refuses-clients';
import { virtualDirectoryMissing } from './virtual-directory-missing';
import { webPublishingStopped } from './web-publishing-stopped';

const list = [
  webPublishingStopped,
  virtualDirectoryMissing,
  selfupdateRefusesClients,
  clientWebServiceRefusesClients,
  otherVrootsRefuseClients,
  localhostRefused,
  certServerDisabled,
  productOutOfSupport,
] as const;

export type CheckId = (typeof list)[number]['id'];
export const checks: readonly (Check & { readonly id: CheckId })[] = list;
