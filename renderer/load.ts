/** What a page reads when it appears and does not keep: its value, or why it could not be read. */
import { useEffect, useState } from 'react';
import type { Api, RequestName } from '../shared/ipc';
import type { Fault } from '../shared/result';
import { request } from './api';

export interface Loaded<T> {
  readonly value: T | null;
  readonly fault: Fault | null;
}
const nothing = { value: null, fault: null };

/** Asks again whenever `input` or `again` changes; null input asks nothing. */
export function useLoaded<N extends RequestName>(name: N, input: Api[N]['in'] | null, again: unknown = null): Loaded<Api[N]['out']> {
  const [loaded, setLoaded] = useState<Loaded<Api[N]['out']>>(nothing);
  const key = JSON.stringify([input, again]);
  useEffect(() => {
    const [wanted] = JSON.parse(key) as [Api[N]['in'] | null, unknown];
    if (wanted === null) return;
    let current = true;
    void request(name, wanted).then((reply) => {
      if (current) setLoaded(reply.ok ? { value: reply.value, fault: null } : { value: null, fault: reply.fault });
    });
    return () => {
      current = false;
    };
  }, [name, key]);
  return loaded;
}
