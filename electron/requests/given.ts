/** What a face passes in, and what every room of requests gets. */
import type { Api, EventName, Events, Reply, RequestName } from '../../shared/ipc';
import type { Fault, Result } from '../../shared/result';
import type { Target } from '../../shared/target';
import type { Limits } from '../collect';
import type { Kits } from '../kit/kits';
import type { Session } from '../session';
import type { Targets } from '../targets/index';
import type { Visits } from '../visits';

export interface Given {
  readonly now: () => string;
  readonly newId: () => string;
  readonly version: string;
  readonly platform: string;
  readonly lang: 'en' | 'ja';
  readonly face: 'desktop' | 'classroom';
  /** Folders named at start, for a face without a dialog. */
  readonly folders?: readonly { readonly id: string; readonly name: string }[];
  /** Runs from its archive, as installed. */
  readonly packed?: boolean;
  /** Started in a way that weakens the shell: simulated and evidence targets only. */
  readonly restricted: boolean;
  readonly visits: Visits;
  readonly targets: Targets;
  readonly limits?: Limits;
  /** null: allowed. */
  readonly allow: (target: Target) => Fault | null;
  readonly chooseFolder: () => Promise<{ id: string; name: string } | null>;
  readonly folderPath: (id: string) => string | null;
  /** A server's address that main's own dialog, or the command line, handed out. */
  readonly addressUrl?: (id: string) => string | null;
  /** Main's own dialog names a live target; absent: this face offers none. */
  readonly askAddress?: (kind: 'network' | 'windows') => Promise<{ id: string; name: string; kind: 'network' | 'windows' } | null>;
  /** The same dialog for the target of a visit opened again; true at once where it was named in this process. */
  readonly confirmAddress?: (text: string) => Promise<boolean>;
  /** A forgotten password typed again, in main's own dialog. */
  readonly askPassword?: (text: string) => Promise<boolean>;
  /** The page's language and theme, for main's own dialogs. */
  readonly setManner?: (manner: Api['app.manner']['in']) => void;
  /** Whether the agent may be started elevated here. */
  readonly elevation?: Api['app.info']['out']['elevation'];
  /** Saves a text where the user says; null: not saved. A face without a dialog saves nothing. */
  readonly saveText?: (name: string, text: string) => Promise<string | null>;
  readonly chooseVisitsFolder?: () => Promise<string | null>;
  /** Writes script kits, and says where to; absent: this face writes none. */
  readonly kits?: Kits & { folder(): Promise<string | null> };
  readonly openSource: (id: string) => Promise<void>;
  readonly emit: <E extends EventName>(event: E, value: Events[E]) => void;
}
export type Handlers = { readonly [N in RequestName]: (input: Api[N]['in']) => Promise<Reply<N>> };

/** Answers of one room of requests. */
export type Answers<N extends RequestName> = Pick<Handlers, N>;

/** What the rooms of requests share: what was passed in, and the visits that are open. */
export interface Rooms {
  readonly given: Given;
  readonly sessions: Map<string, Session>;
  /** Acts within an open visit; one that is not open is a fault. */
  within<T>(visit: string, act: (session: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>>;
}
