/** A typed account: kept beside the open targets only, forgotten when the last of them closes or after 15 minutes without use. */

const idle = 15 * 60 * 1000;

export interface Secret {
  readonly user: string;
  /** The password; null: it was forgotten. */
  take(): string | null;
  /** Typed again. */
  renew(password: string): void;
  forget(): void;
  /** For one open target more: its own `forget` forgets only where no other target has it open. */
  open(): Secret;
  /** No longer given to targets: those that have it open keep it. */
  release(): void;
}

export function keepSecret(user: string, password: string, after = idle): Secret {
  let kept: string | null = password;
  let timer: NodeJS.Timeout | undefined;
  let opened = 0;
  const forget = () => {
    kept = null;
    clearTimeout(timer);
  };
  const arm = () => {
    clearTimeout(timer);
    timer = setTimeout(forget, after);
    timer.unref();
  };
  arm();
  const secret: Secret = {
    user,
    take() {
      if (kept !== null) arm();
      return kept;
    },
    renew(again) {
      kept = again;
      arm();
    },
    forget,
    open() {
      let here = true;
      opened++;
      const close = () => {
        if (here && --opened === 0) forget();
        here = false;
      };
      return { ...secret, forget: close };
    },
    release() {
      if (opened === 0) forget();
    },
  };
  return secret;
}
