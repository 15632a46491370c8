/** All fixes; where several cure a check, the least change first. */
import type { Fix } from '../fix';
import { grantSubnet } from './grant-subnet';
import { setCertServerManual } from './set-cert-server-manual';
import { startService } from './start-service';

const list = [grantSubnet, startService, setCertServerManual] as const;

export type FixId = (typeof list)[number]['id'];
export const fixes: readonly (Fix & { readonly id: FixId })[] = list;
