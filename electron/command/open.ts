/** Opens what a command names: a target with the clients told, or a visit. */
import * as fs from 'node:fs';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Told } from '../../shared/target';
import { readClient, readSubnets, readTarget } from '../../shared/target';
import type { Handlers } from '../handlers';
import type { Context } from './context';

/** --client, --clients and --subnet. */
export function readTold(context: Context): Result<Told> {
  const { args } = context;
  const texts = [...args.texts('client')];
  const file = args.text('clients');
  if (file !== undefined) {
    try {
      texts.push(
        ...fs
          .readFileSync(file, 'utf8')
          .replace(/^\uFEFF/, '')
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== '' && !line.startsWith('#')),
      );
    } catch {
      return failed('input-bad-file', { path: file });
    }
  }
  const clients: Told['clients'] = [];
  for (const text of texts) {
    const client = readClient(text);
    if (!client.ok) return client;
    clients.push(client.value);
  }
  const subnets = readSubnets(args.texts('subnet'));
  const directory = args.flag('clients-from-ad');
  return subnets.ok ? ok({ clients, subnets: subnets.value, ...(directory && { directory }) }) : subnets;
}

/** Opens the target or visit named, tells it the clients, and gives the visit's id. */
export async function openNamed(context: Context, handlers: Handlers): Promise<Result<{ visit: string; told: Told }>> {
  const told = readTold(context);
  if (!told.ok) return told;
  const opened = await openTarget(context, handlers);
  if (!opened.ok) return opened;
  if (told.value.directory || told.value.clients.length + told.value.subnets.length > 0) {
    const said = await handlers['visit.tell']({ visit: opened.value.visit, told: told.value });
    if (!said.ok) return said;
  }
  return ok({ visit: opened.value.visit, told: told.value });
}

async function openTarget(context: Context, handlers: Handlers): Promise<Result<{ visit: string }>> {
  const visit = context.args.text('visit');
  if (visit !== undefined) return handlers['visit.reopen']({ visit });
  const text = context.args.text('target');
  if (text === undefined) return failed('input-missing-option', { option: '--target' });
  const target = readTarget(text);
  if (!target.ok) return target;
  if (context.args.flag('clients-from-ad') && target.value.kind !== 'windows') return failed('target-no-directory');
  if (target.value.kind === 'simulated') return handlers['visit.open']({ target: target.value });
  if (target.value.kind === 'evidence') return handlers['visit.open']({ target: { kind: 'evidence', folder: context.addFolder(target.value.path) } });
  if (target.value.kind === 'network') return handlers['visit.open']({ target: { kind: 'network', address: context.addAddress(target.value.url) } });
  return handlers['visit.open']({ target: { kind: 'windows', address: context.addAddress(text) } });
}
