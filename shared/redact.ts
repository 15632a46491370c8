/**
 * Takes names, addresses and ids out of a visit before it is written down for others: field by field, before it becomes
 * text, so that no quote or tag can be swallowed. The same value always gets the same stand-in.
 */
import type { Visit } from './visit';

const ipv4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** Masks and the loopback say nothing of a customer. */
const harmless = /^(255\.|0\.0\.0\.0$|127\.)/;

/** Names of machines and people that the visit knows. */
function namesOf(visit: Visit): string[] {
  const names = new Set<string>([visit.customer, ...visit.told.clients.flatMap((c) => c.name ?? [])]);
  for (const plan of visit.plans) for (const { operation } of plan.operations) names.add(operation.machine);
  const take = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const v of value)
        if (typeof v === 'string') names.add(v);
        else take(v);
    } else if (value !== null && typeof value === 'object') for (const [key, v] of Object.entries(value)) if (key === 'names' || typeof v === 'object') take(v);
  };
  for (const look of visit.looks) for (const finding of look.findings) take({ names: finding.facts.names, ids: finding.facts.ids });
  // Longest first, so that PC1 never eats the start of PC12; what could be an ordinary word is left.
  return [...names].filter((n) => n.length > 2 && n !== 'server' && !ipv4.test(n)).sort((a, b) => b.length - a.length);
}

export function redactVisit(visit: Visit): Visit {
  const seen = new Map<string, string>();
  const standIn = (kind: string, value: string): string => {
    const key = `${kind}:${value.toLowerCase()}`;
    const known = seen.get(key) ?? `[${kind} ${[...seen.keys()].filter((k) => k.startsWith(`${kind}:`)).length + 1}]`;
    seen.set(key, known);
    return known;
  };
  const names = namesOf(visit);
  const clean = (text: string): string => {
    let out = text;
    for (const name of names) if (out.includes(name)) out = out.split(name).join(standIn('name', name));
    return out.replace(guid, (id) => standIn('id', id)).replace(ipv4, (address) => (harmless.test(address) ? address : standIn('address', address)));
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, walk(v)]));
  };
  const redacted = walk(visit) as Visit;
  // A folder's path names its owner; the target keeps its kind.
  const target = visit.target.kind === 'simulated' ? visit.target : { ...redacted.target, name: `[${visit.target.kind}]`, text: visit.target.kind };
  return { ...redacted, visit: visit.visit, openedAt: visit.openedAt, target };
}
