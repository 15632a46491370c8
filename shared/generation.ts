/** WSUS versions and what follows from them (domain.md 7 and 0.8). */

export const generations = ['2.0', '3.0', '3.0-sp1', '3.0-sp2', '2012', '2012-r2', '2016', '2019', '2022', '2025'] as const;
export type Generation = (typeof generations)[number];

const parts = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

/** Compares dotted versions: negative when a is older. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** WSUS version string to generation; null for a version that is not known here. */
export function generationOf(version: string): Generation | null {
  const [major = 0, minor = 0, build = 0] = parts(version);
  if (major === 2) return '2.0';
  if (major === 3 && minor === 0) return '3.0';
  if (major === 3 && minor === 1) return '3.0-sp1';
  if (major === 3) return '3.0-sp2';
  if (major === 6) return minor >= 3 ? '2012-r2' : '2012';
  if (major !== 10) return null;
  if (build >= 26100) return '2025';
  if (build >= 20348) return '2022';
  return build >= 17763 ? '2019' : '2016';
}

/** End of Microsoft's support, ISO date. 3.0 and later: lifecycle pages [vendor-doc]; 2.0 and servers still supported: recollection. */
export const supportEnds: Record<Generation, string> = {
  '2.0': '2013-01-08',
  '3.0': '2010-10-12',
  '3.0-sp1': '2010-10-12',
  '3.0-sp2': '2020-01-14',
  '2012': '2023-10-10',
  '2012-r2': '2023-10-10',
  '2016': '2027-01-12',
  '2019': '2029-01-09',
  '2022': '2031-10-14',
  '2025': '2034-10-10',
};

export const upTo30 = (generation: Generation): boolean => generations.indexOf(generation) <= generations.indexOf('3.0-sp2');

/** Windows 10 and later do not update their agent from WSUS (domain.md 14). */
export const selfUpdates = (system: string): boolean => compareVersions(system, '10.0') < 0;

/** An agent older than 7.0 has to update itself before WSUS 3.0 can serve it [inference: WSUS 3.0 brings agent 7.x]. */
export const mustSelfUpdate = (agent: string): boolean => compareVersions(agent, '7.0') < 0;
