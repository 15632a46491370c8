/** A World behind COM: what the fake objects read and change, who may reach whom, and what was asked. */
import type { Operation } from '../../shared/operation';
import { step } from '../../shared/simulation/step';
import type { Happened, World, WorldClient } from '../../shared/simulation/world';
import { nothingHappened, timeOf } from '../../shared/simulation/world';
import { comError } from './com';

/** One machine: the server, or one of its clients. */
export type Machine = { readonly kind: 'server' } | { readonly kind: 'client'; readonly name: string };

export interface LabOptions {
  /** Names of the server besides `.`; the agent runs on another machine where this is set. */
  readonly remote?: string;
  /** Accounts that are let in from afar, `user\npassword`; null: the current account is. */
  readonly account?: { readonly user: string; readonly password: string };
  /** A host's ConnectServer fails so. */
  readonly refuses?: Readonly<Record<string, number>>;
  /** A namespace fails so. */
  readonly namespaces?: Readonly<Record<string, number>>;
  /** The search of Active Directory fails so. */
  readonly directory?: number;
  /** A query of a class fails so. */
  readonly classes?: Readonly<Record<string, number>>;
  /** A program cannot be made. */
  readonly lacks?: readonly string[];
  /** ConnectServer never comes back: from there on nothing is heard. */
  readonly hangs?: readonly string[];
  /** What WSUS' interface answers instead. */
  readonly soap?: { readonly status?: number; readonly body?: string; readonly unknown?: string; readonly role?: number };
  /** A removal of an own list does nothing. */
  readonly keepsOwn?: boolean;
  /** The query for lists also gives instances for nodes that only inherit. */
  readonly showsInherited?: boolean;
}

export class Lab {
  happened: Happened = nothingHappened;
  /** Every ConnectServer with an account. */
  readonly logons: { readonly host: string; readonly user: string; readonly ok: boolean }[] = [];
  readonly asked = new Set<string>();
  readonly backups: string[] = [];
  readonly commands: string[] = [];
  /** The script waits for ever: no line is heard any more. */
  hung = false;

  constructor(
    public world: World,
    readonly options: LabOptions = {},
  ) {}

  get now(): number {
    return Date.parse(timeOf(this.world, this.happened));
  }

  client(name: string): WorldClient | undefined {
    const short = name.replace(/\.contoso\.local$/i, '').toLowerCase();
    return this.world.clients.find((c) => c.name.toLowerCase() === short || c.addresses.includes(name));
  }

  /** Who answers to a name. */
  machine(host: string): Machine {
    const { remote } = this.options;
    if (remote === undefined ? host === '.' : host.toLowerCase() === remote.toLowerCase()) return { kind: 'server' };
    const client = this.client(host);
    if (!client) throw comError(0x800706ba, 'the RPC server is unavailable');
    return { kind: 'client', name: client.name };
  }

  connect(host: string, namespace: string, user?: string, password?: string): Machine {
    if (this.options.hangs?.includes(host)) this.hung = true;
    if (user !== undefined) {
      if (host === '.') throw comError(0x80041064, 'user credentials cannot be used for local connections');
      const good = this.options.account?.user === user && this.options.account.password === password;
      this.logons.push({ host, user, ok: good });
      if (!good) throw comError(0x8007052e, 'logon failure');
    }
    const refused = this.options.refuses?.[host] ?? this.options.namespaces?.[namespace];
    if (refused !== undefined) throw comError(refused);
    return this.machine(host);
  }

  /** Through the World's own rules; 0 done, 14 refused by them (Win32_Service). */
  step(operation: Operation): number {
    const stepped = step(this.world, operation, this.happened);
    if (!stepped.ok) return 14;
    this.world = stepped.value.world;
    this.happened = stepped.value.happened;
    return 0;
  }

  change(change: Partial<World>): void {
    this.world = { ...this.world, ...change };
  }
  changeClient(name: string, change: Partial<WorldClient>): void {
    this.change({ clients: this.world.clients.map((c) => (c.name === name ? { ...c, ...change } : c)) });
  }
}
