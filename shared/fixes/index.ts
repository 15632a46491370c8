/** All fixes; where several cure a check, the least change first. */
import type { Fix } from '../fix';
import { grantEveryone } from './grant-everyone';
import { grantSubnet } from './grant-subnet';
import { renewClientAuthorization } from './renew-client-authorization';
import { resetClientIdentity } from './reset-client-identity';
import { setCertServerManual } from './set-cert-server-manual';
import { startService } from './start-service';

const list = [grantSubnet, grantEveryone, startService, setCertServerManual, resetClientIdentity, renewClientAuthorization] as const;

export type FixId = (typeof list)[number]['id'];
export const fixes: readonly (Fix & { readonly id: FixId })[] = list;
