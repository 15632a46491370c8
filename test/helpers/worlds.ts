/** The scenarios and their Worlds, read from assets as the product reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Scenario, worldOf } from '../../shared/simulation/scenario';
import { World } from '../../shared/simulation/world';

export const root = resolve(import.meta.dirname, '..', '..');
export const scenarioFolder = join(root, 'assets', 'scenarios');

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

export const scenarioIds: readonly string[] = readdirSync(scenarioFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5))
  .sort();

export const scenarioOf = (id: string): Scenario => Scenario.parse(readJson(scenarioFolder, `${id}.json`));
export const baseOf = (id: string): World => World.parse(readJson(scenarioFolder, 'base', `${id}.json`));

/** The World a scenario begins with. */
export function worldNamed(id: string): World {
  const scenario = scenarioOf(id);
  return World.parse(worldOf(scenario, baseOf(scenario.base)));
}
