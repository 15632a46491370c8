/** Resolves a host once a look, so that forty requests ask DNS once. */
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';

export function lookupOnce(): LookupFunction {
  const known = new Map<string, ReturnType<typeof resolve>>();
  const resolve = (host: string) => lookup(host, { all: true });
  return (host, options, answer) => {
    const asked = known.get(host) ?? resolve(host);
    known.set(host, asked);
    asked.then(
      (list) => {
        const fitting = options.family === 4 || options.family === 6 ? list.filter((a) => a.family === options.family) : list;
        if (options.all) answer(null, fitting);
        else answer(null, fitting[0]?.address ?? '', fitting[0]?.family ?? 4);
      },
      (error: NodeJS.ErrnoException) => answer(error, '', 4),
    );
  };
}
