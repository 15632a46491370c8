/** What is examined. `evidence` names a folder or zip; the path stays in the shell, the page sees the name. */
import * as z from 'zod/mini';
import { readAddress, readSubnet } from './address';
import { halfWidth } from './half-width';
import type { Result } from './result';
import { failed, ok } from './result';
import { looksLikeUrl, readServerAddress, showServerAddress } from './server-address';

export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('simulated'), scenario: z.string() }),
  z.object({ kind: z.literal('evidence'), path: z.string() }),
  z.object({ kind: z.literal('network'), url: z.string() }),
  z.object({ kind: z.literal('windows'), host: z.nullable(z.string()) }),
]);
export type Target = z.infer<typeof Target>;

/** What the technician told: clients and client subnets that no probe knows, and whether Active Directory's computers are asked too. */
export const Told = z.object({
  clients: z.array(z.object({ address: z.string(), name: z.optional(z.string()) })),
  subnets: z.array(z.string()),
  directory: z.optional(z.boolean()),
});
export type Told = z.infer<typeof Told>;

/** Reads `simulated:<scenario>`, `evidence:<path>`, `http(s)://host`, `windows`, `windows:<host>`. */
export function readTarget(text: string): Result<Target> {
  const [kind, ...rest] = text.split(':');
  const detail = rest.join(':');
  if (kind === 'simulated' && detail) return ok({ kind, scenario: detail });
  if (kind === 'evidence' && detail) return ok({ kind, path: detail });
  if (kind === 'windows' && (detail || rest.length === 0)) return ok({ kind, host: detail || null });
  if (looksLikeUrl(text)) {
    const address = readServerAddress(text);
    return address.ok ? ok({ kind: 'network', url: showServerAddress(address.value) }) : address;
  }
  return failed('input-unknown-target', { text: text.slice(0, 120) });
}

export function showTarget(target: Target): string {
  switch (target.kind) {
    case 'simulated':
      return `simulated:${target.scenario}`;
    case 'evidence':
      return `evidence:${target.path}`;
    case 'network':
      return target.url;
    case 'windows':
      return target.host ? `windows:${target.host}` : 'windows';
  }
}

/** Reads `address` or `address=name`. */
export function readClient(text: string): Result<Told['clients'][number]> {
  const [address = '', ...name] = halfWidth(text).trim().split('=');
  const read = readAddress(address);
  if (!read.ok) return read;
  const label = name.join('=').trim();
  return ok(label ? { address: address.trim(), name: label } : { address: address.trim() });
}

/** Checks a list of subnets as typed. */
export function readSubnets(texts: readonly string[]): Result<string[]> {
  const clean = texts.map((text) => halfWidth(text).trim());
  const bad = clean.find((text) => !readSubnet(text).ok);
  return bad === undefined ? ok(clean) : failed('input-bad-subnet', { text: bad.slice(0, 80) });
}
