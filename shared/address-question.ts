/** Between main and its own address dialog: what is asked, what was typed. Nothing of this passes through the wizard's page. */
import type { Fault } from './result';

export interface AddressQuestion {
  /** `password`: a forgotten one, for an address and a user that stand. */
  readonly kind: 'network' | 'windows' | 'password';
  /** An address that stands; null: it is typed. `windows` is this computer. */
  readonly address: string | null;
  readonly user: string;
  /** Proxies of this computer, without credentials: to be by-passed or used. */
  readonly proxies: readonly { readonly name: string; readonly proxy: string }[];
}
export interface AddressAnswer {
  /** Empty for `windows`: this computer. */
  readonly address: string;
  /** null: the current account. */
  readonly account: { readonly user: string; readonly password: string } | null;
  readonly throughProxy: boolean;
}
/** How the dialog is to look: as the page does. */
export interface AddressManner {
  readonly lang: 'en' | 'ja';
  readonly theme: 'system' | 'light' | 'dark';
}
export const addressChannels = { question: 'address:question', answer: 'address:answer', close: 'address:close' } as const;

/** What the dialog's preload puts on its page. A fault keeps it open. */
export interface AddressBridge {
  readonly question: () => Promise<AddressQuestion & AddressManner>;
  readonly answer: (answer: AddressAnswer) => Promise<Fault | null>;
  readonly close: () => Promise<void>;
}
