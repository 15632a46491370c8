/** A look at a server's address, as the product looks: the network adapter through collect, judged by the checks from the seat. */
import type { Limits } from '../../electron/collect';
import { collect } from '../../electron/collect';
import { networkAdapter } from '../../electron/targets/network';
import { checks } from '../../shared/checks/index';
import type { Diagnosis } from '../../shared/diagnose';
import { diagnose } from '../../shared/diagnose';
import { probeIds } from '../../shared/probes/index';
import type { Snapshot } from '../../shared/snapshot';
import { must } from './shell';

export const seatChecks = [
  'self-update-unreachable',
  'client-web-service-unreachable',
  'cookie-not-issued',
  'cookie-lifetime-unusual',
  'ssl-required-on-open-directories',
  'proxy-between',
];

export interface SeatLook {
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
}
/** Plenty, so that a busy machine is not taken for a slow server. */
const usual: Limits = { perProbe: 10_000, whole: 25_000 };

export async function lookAtServer(url: string, limits = usual, signal = new AbortController().signal, env: NodeJS.ProcessEnv = {}): Promise<SeatLook> {
  const adapter = must(networkAdapter(url, { env }));
  try {
    const snapshot = await collect(adapter, probeIds, { told: { clients: [], subnets: [] }, limits, signal, now: () => '2026-11-18T05:05:00.000Z' });
    const asked = checks.filter((c) => seatChecks.includes(c.id));
    return { snapshot, diagnosis: diagnose(snapshot, asked) };
  } finally {
    adapter.close();
  }
}
