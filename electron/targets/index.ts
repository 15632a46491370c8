/** Opens a target: the one place that knows the adapters. */
import * as fs from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { generationOf } from '../../shared/generation';
import type { ScenarioInfo } from '../../shared/ipc';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { randomWorld } from '../../shared/simulation/random';
import { Scenario, worldOf } from '../../shared/simulation/scenario';
import { World } from '../../shared/simulation/world';
import type { Target } from '../../shared/target';
import { showTarget } from '../../shared/target';
import { nearest } from '../nearest';
import type { Adapter } from './adapter';
import { evidenceAdapter } from './evidence';
import type { KnownKit } from './evidence-kit';
import { networkAdapter } from './network';
import { openWindows, type WindowsShell } from './open-windows';
import type { WorldStore } from './simulated';
import { simulatedAdapter } from './simulated';

export { Addresses } from './addresses';

/** A target that answered to its name; `start` gives its adapter, with a store of its own where it needs one. */
export interface Opened {
  readonly kind: Target['kind'];
  readonly name: string;
  readonly text: string;
  start(store: WorldStore): Adapter | null;
}
export interface Targets {
  scenarios(): { scenario: Scenario; info: ScenarioInfo }[];
  open(target: Target): Promise<Result<Opened>>;
}

/** `random,seed=7,faults=3` or `random?seed=7&faults=3`; both have a default. */
function readRandom(text: string): Result<{ seed: number; faults: number }> {
  const given = { seed: 1, faults: 3 };
  for (const part of text
    .replace(/^random[,?]?/, '')
    .split(/[,&]/)
    .filter(Boolean)) {
    const [name = '', value = ''] = part.split('=');
    if (name !== 'seed' && name !== 'faults') return failed('input-unknown-scenario', { text: text.slice(0, 80), nearest: 'random,seed=7,faults=3' });
    const [from, to] = name === 'seed' ? [0, 4294967295] : [0, 10];
    if (!/^\d{1,10}$/.test(value) || Number(value) > to) return failed('input-bad-number', { option: name, from, to });
    given[name] = Number(value);
  }
  return ok(given);
}

function readJson(path: string): unknown {
  return JSON.parse(fs.readFileSync(path, 'utf8'));
}

/** `folder`: where scenarios and their bases lie. */
export function makeTargets(
  folder: string,
  windows?: WindowsShell,
  throughProxy: (url: string) => boolean = () => false,
  kits?: () => readonly KnownKit[],
): Targets {
  const ids = () =>
    fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => basename(name, '.json'))
      .sort();
  const base = (id: string) => World.parse(readJson(join(folder, 'base', `${basename(id)}.json`)));
  const read = (path: string, text: string): Result<Scenario> => {
    let json: unknown;
    try {
      json = readJson(path);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return missing ? failed('input-unknown-scenario', { text, nearest: nearest(text, ids()) }) : failed('input-bad-scenario', { text, where: 'JSON' });
    }
    const scenario = Scenario.safeParse(json);
    if (!scenario.success) return failed('input-bad-scenario', { text, where: scenario.error.issues[0]?.path.join('.') || 'schema' });
    return ok(scenario.data);
  };
  const find = (text: string): Result<Scenario> => {
    // A trainer's own scenario is named by its file.
    if (text.endsWith('.json')) return read(resolve(text), text);
    return ids().includes(text)
      ? read(join(folder, `${text}.json`), text)
      : failed('input-unknown-scenario', { text: text.slice(0, 80), nearest: nearest(text, ids()) });
  };
  const infoOf = (scenario: Scenario): ScenarioInfo => {
    const world = worldOf(scenario, base(scenario.base));
    return {
      id: scenario.id,
      title: scenario.title,
      story: scenario.story,
      generation: generationOf(world.product.wsus.version),
      clients: world.clients.length,
      answers: scenario.answers as ScenarioInfo['answers'],
      basis: scenario.basis,
    };
  };
  return {
    scenarios: () =>
      ids().flatMap((id) => {
        const scenario = find(id);
        return scenario.ok ? [{ scenario: scenario.value, info: infoOf(scenario.value) }] : [];
      }),
    async open(target) {
      const text = showTarget(target);
      if (target.kind === 'simulated' && /^random([,?]|$)/.test(target.scenario)) {
        const drawn = readRandom(target.scenario);
        if (!drawn.ok) return drawn;
        const { world } = randomWorld({ sbs2003: base('sbs2003'), server2022: base('server2022') }, drawn.value.seed, drawn.value.faults);
        const name = `random,seed=${drawn.value.seed},faults=${drawn.value.faults}`;
        return ok({ kind: target.kind, name, text: `simulated:${name}`, start: (store) => simulatedAdapter(name, store, world) });
      }
      if (target.kind === 'simulated') {
        const scenario = find(target.scenario);
        if (!scenario.ok) return scenario;
        if (!fs.existsSync(join(folder, 'base', `${basename(scenario.value.base)}.json`)))
          return failed('input-bad-scenario', { text: target.scenario, where: 'base' });
        const world = worldOf(scenario.value, base(scenario.value.base));
        return ok({ kind: target.kind, name: scenario.value.id, text, start: (store) => simulatedAdapter(scenario.value.id, store, world) });
      }
      if (target.kind === 'evidence') {
        const path = resolve(target.path);
        const adapter = await evidenceAdapter(path, target.path, kits);
        return adapter.ok ? ok({ kind: target.kind, name: basename(path), text: `evidence:${path}`, start: () => adapter.value }) : adapter;
      }
      if (target.kind === 'network') {
        const adapter = networkAdapter(target.url, { throughProxy: throughProxy(target.url) });
        return adapter.ok ? ok({ kind: target.kind, name: adapter.value.name, text: adapter.value.name, start: () => adapter.value }) : adapter;
      }
      if (!windows) return failed('target-not-allowed', { kind: target.kind });
      const opened = openWindows(target.host, windows);
      return opened.ok ? ok({ kind: target.kind, name: opened.value.name, text, start: () => opened.value.start() }) : opened;
    },
  };
}
