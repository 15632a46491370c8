/** A typed account: kept beside the open target only, forgotten when it closes or after 15 minutes without use. */

const idle = 15 * 60 * 1000;

export interface Secret {
  readonly user: string;
  /** The password; null: it was forgotten. */
  take(): string | null;
  /** Typed again. */
  renew(password: string): void;
  forget(): void;
}

export function keepSecret(user: string, password: string, after = idle): Secret {
  let kept: string | null = password;
  let timer: NodeJS.Timeout | undefined;
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
  return {
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
  };
}
