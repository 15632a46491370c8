/** A server's address, asked as a client would ask it: two probes, nothing that writes, no rights needed. */
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import type { Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import { readServerAddress, showServerAddress } from '../../shared/server-address';
import { lookFromSeat } from '../http/look-from-seat';
import type { Adapter, LookOptions } from './adapter';
import { withTold } from './adapter';

const unasked = (what: string) => fault('probe-not-supported', { what });
const noNetworks = { adapters: lost('missing', unasked('adapters')), subnets: [], clients: [] };

/** What needs the server's own word cannot be had from a seat. */
const other = (probe: ProbeId, options: LookOptions): Collected<unknown> =>
  probe === 'networks' ? got(withTold(noNetworks, options.told)) : lost('missing', unasked(probe));

/** The name in ASCII (international ones as punycode), an address as it is; '' where it is no name. */
const asciiOf = (host: string): string => (isIP(host.replace(/%.*$/, '')) === 0 ? domainToASCII(host) : host);

export interface NetworkManner {
  readonly env?: NodeJS.ProcessEnv;
  /** `server`: this computer is the server, and asks itself. */
  readonly from?: 'here' | 'server';
  /** Through this computer's proxy, where it is set to one; else directly. */
  readonly throughProxy?: boolean;
}

export function networkAdapter(url: string, { env = process.env, from = 'here', throughProxy = false }: NetworkManner = {}): Result<Adapter> {
  const address = readServerAddress(url);
  if (!address.ok) return address;
  const ascii = asciiOf(address.value.host);
  if (ascii === '') return failed('input-address-host', { text: url.slice(0, 120) });
  const closing = new AbortController();
  return ok({
    kind: 'network',
    name: showServerAddress(address.value),
    settling: 0,
    // Everything is asked at once; each request has its own limit.
    atOnce: true,
    async *look(probes, options) {
      if (options.signal.aborted) return;
      const inner = new AbortController();
      const signal = AbortSignal.any([options.signal, closing.signal, inner.signal]);
      const asked = lookFromSeat(
        { endpoints: probes.includes('endpoints'), cookie: probes.includes('cookie') },
        { address: address.value, ascii, perProbe: options.perProbe, signal, env, from, throughProxy, now: () => Date.now() },
      );
      try {
        for (const probe of probes) {
          if (signal.aborted) return;
          options.asking?.(probe);
          const own = probe === 'endpoints' ? asked.endpoints : probe === 'cookie' ? asked.cookie : null;
          const collected = own ? await own : other(probe, options);
          if (signal.aborted) return;
          yield { probe, collected };
        }
      } finally {
        // Left early: what is still under way is dropped.
        inner.abort();
      }
    },
    close: () => closing.abort(),
  });
}
