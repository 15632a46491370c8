/** All fixes; where several cure a check, the least change first. */
import type { Fix } from '../fix';
import { alignPolicyUrls } from './align-policy-urls';
import { enableBits } from './enable-bits';
import { enterProxySettings } from './enter-proxy-settings';
import { grantEveryone } from './grant-everyone';
import { grantSubnet } from './grant-subnet';
import { renewClientAuthorization } from './renew-client-authorization';
import { resetClientIdentity } from './reset-client-identity';
import { setCertServerManual } from './set-cert-server-manual';
import { startService } from './start-service';
import { usePolicyServer } from './use-policy-server';

const list = [
  grantSubnet,
  grantEveryone,
  startService,
  setCertServerManual,
  resetClientIdentity,
  renewClientAuthorization,
  enableBits,
  usePolicyServer,
  alignPolicyUrls,
  enterProxySettings,
] as const;

export type FixId = (typeof list)[number]['id'];
export const fixes: readonly (Fix & { readonly id: FixId })[] = list;
