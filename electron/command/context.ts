/** What every command gets, and how it answers. */
import type { DocumentName, DocumentOf } from '../../shared/documents';
import type { EventName, Events } from '../../shared/ipc';
import type { Lang } from '../../shared/messages/text';
import type { Fault, Result } from '../../shared/result';
import type { Handlers } from '../handlers';
import type { Targets } from '../targets/index';
import type { Args } from './args';

export interface Context {
  readonly args: Args;
  readonly lang: Lang;
  readonly app: string;
  readonly targets: Targets;
  /** Handlers over visits on disk, or over visits that leave no trace. */
  handlers(kept: boolean, face?: Face): Handlers;
  /** Registers a folder named on the command line, as the dialog does in the window. */
  addFolder(path: string): string;
  /** Registers a server's address named on the command line. */
  addAddress(url: string): string;
  onCancel(act: () => void): void;
}

/** Another face than the command line's own: where events go, and which folders it offers. */
export interface Face {
  readonly name: 'classroom';
  readonly folders: readonly { readonly id: string; readonly name: string }[];
  readonly emit: <E extends EventName>(event: E, value: Events[E]) => void;
}

/** What a command prints; `until` keeps it going after that. */
export type Printed = {
  [N in DocumentName]: {
    readonly document: DocumentOf<N>;
    readonly text: string;
    readonly exit: number;
    readonly until?: Promise<void>;
    readonly wrote?: boolean;
  };
}[DocumentName];
export type Run = (context: Context) => Promise<Result<Printed, Fault & { readonly exit?: number }>>;

/** Exit code of a fault: 2 for what was typed or cannot be read, 4 for what was not done, 130 for Ctrl+C, 70 for a bug. */
export function exitOf(code: Fault['code']): number {
  if (code === 'cancelled-by-user') return 130;
  if (code === 'internal-bug') return 70;
  // Input that cannot be read at all, whatever the reason.
  if (code === 'denied-encrypted' || code === 'unsupported-nested-archive') return 2;
  const family = code.split('-')[0] ?? '';
  return ['denied', 'changed', 'unsupported', 'busy'].includes(family) ? 4 : 2;
}
