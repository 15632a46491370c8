/**
 * Addresses of live targets: named by main's own dialog, kept as text beside an id. The page gets the id and a name. A typed
 * account goes from that dialog into memory here, and nowhere else.
 */

import type { AddressAnswer, AddressQuestion } from '../../shared/address-question';
import { halfWidth } from '../../shared/half-width';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { looksLikeUrl, readServerAddress, showServerAddress } from '../../shared/server-address';
import { proxiesFor } from '../http/proxies';
import { readWindowsHost } from './open-windows';
import type { Secret } from './secret';
import { keepSecret } from './secret';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: 'network' | 'windows';
}
export interface AddressesGiven {
  readonly newId: () => string;
  readonly env: NodeJS.ProcessEnv;
  /** Shows the dialog until `accept` takes an answer; null: it was closed. One at a time. */
  readonly show: <T>(question: AddressQuestion, accept: (answer: AddressAnswer) => Result<T>) => Promise<T | null>;
}

/** The yen sign, in both widths, is the backslash of a Japanese keyboard; a full-width backslash and at sign are meant as such. */
export const readUser = (text: string): string =>
  text
    .trim()
    .replace(/[\u00a5\uffe5\uff3c]/g, '\\')
    .replaceAll('\uff20', '@');

/** `server` and `server:8530` are meant as http. */
export function readNetwork(text: string): Result<string> {
  const typed = halfWidth(text).trim();
  if (typed === '') return failed('input-address-no-host', { text: '' });
  const address = readServerAddress(looksLikeUrl(typed) ? typed : `http://${typed}`);
  return address.ok ? ok(showServerAddress(address.value)) : address;
}

function readWindows(text: string): Result<string> {
  const typed = halfWidth(text).trim();
  if (typed === '') return ok('windows');
  const host = readWindowsHost(typed);
  return host.ok ? ok(`windows:${host.value}`) : host;
}
const hostOf = (text: string): string => text.replace(/^windows:?/, '').toLowerCase();
const kindOf = (text: string): 'network' | 'windows' => (text.startsWith('windows') ? 'windows' : 'network');
/** As the visit names it: this machine has no address. */
const nameOf = (text: string): string => (text === 'windows' ? text : text.replace(/^windows:/, ''));

/** Proxies for either scheme, each once. */
function proxiesOf(env: NodeJS.ProcessEnv): AddressQuestion['proxies'] {
  const all = [...proxiesFor('http', '', env), ...proxiesFor('https', '', env)];
  return all.filter((p, i) => all.findIndex((q) => q.name === p.name) === i);
}

export class Addresses {
  private readonly texts = new Map<string, string>();
  private readonly proxied = new Set<string>();
  private readonly secrets = new Map<string, Secret>();

  constructor(private readonly given: AddressesGiven) {}

  private question(kind: AddressQuestion['kind'], text: string | null): AddressQuestion {
    const proxies = kind === 'network' ? proxiesOf(this.given.env) : [];
    const user = text === null ? '' : (this.secrets.get(hostOf(text))?.user ?? '');
    return { kind, address: text === null ? null : nameOf(text), user, proxies };
  }

  /** What was typed, kept; the address of a visit opened again stays what it was. */
  private keep(kind: 'network' | 'windows', answer: AddressAnswer, fixed: string | null): Result<string> {
    const text = fixed !== null ? ok(fixed) : kind === 'network' ? readNetwork(answer.address) : readWindows(answer.address);
    if (!text.ok) return text;
    const { account } = answer;
    const host = hostOf(text.value);
    if (account && readUser(account.user) === '') return failed('input-account-missing');
    // Windows refuses explicit credentials for its own machine.
    if (account && host === '') return failed('input-account-here');
    if (kind === 'windows') this.remember(host, account);
    if (answer.throughProxy) this.proxied.add(text.value);
    else this.proxied.delete(text.value);
    return text;
  }

  private remember(host: string, account: AddressAnswer['account']): void {
    this.secrets.get(host)?.release();
    if (account) this.secrets.set(host, keepSecret(readUser(account.user), account.password));
    else this.secrets.delete(host);
  }

  async ask(kind: 'network' | 'windows'): Promise<Named | null> {
    const text = await this.given.show(this.question(kind, null), (answer) => this.keep(kind, answer, null));
    if (text === null) return null;
    const id = `address-${this.given.newId()}`;
    this.texts.set(id, text);
    return { id, name: nameOf(text), kind };
  }

  /** Whether a visit's address is named: at once where it was in this process, else by the dialog. */
  async confirm(text: string): Promise<boolean> {
    if (this.named(text)) return true;
    const kind = kindOf(text);
    const said = await this.given.show(this.question(kind, text), (answer) => this.keep(kind, answer, text));
    if (said === null) return false;
    this.texts.set(`address-${this.given.newId()}`, text);
    return true;
  }

  /** A forgotten password, typed again for the account that it belongs to. */
  async password(text: string): Promise<boolean> {
    const secret = this.secrets.get(hostOf(text));
    if (!secret || !this.named(text)) return false;
    const typed = await this.given.show(this.question('password', text), ({ account }) => (account ? ok(account.password) : failed('input-account-missing')));
    if (typed === null) return false;
    secret.renew(typed);
    return true;
  }

  text(id: string): string | null {
    return this.texts.get(id) ?? null;
  }
  named(text: string): boolean {
    return [...this.texts.values()].includes(text);
  }
  secret(host: string): Secret | null {
    return this.secrets.get(host.toLowerCase()) ?? null;
  }
  throughProxy(text: string): boolean {
    return this.proxied.has(text);
  }
}
