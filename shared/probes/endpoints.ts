import * as z from 'zod/mini';
import { doorIds } from '../doors';
import { pages } from '../page';
import { collected, defineProbe } from '../probe';

/** What came back from one request, as far as it means something. */
export const HttpAnswer = z.object({
  status: z.number(),
  /** Of IIS' own error page; null: it does not say. */
  subStatus: z.nullable(z.number()),
  /** The Server header. */
  server: z.nullable(z.string()),
  contentType: z.nullable(z.string()),
  /** Where a redirect that was not followed points. */
  location: z.nullable(z.string()),
  /** Redirects followed, on the same host. */
  redirects: z.number(),
  /** What page came, where HTML came. */
  page: z.nullable(z.enum(pages)),
  /** Whether the first four bytes are MSCF; null: no bytes came. */
  cab: z.nullable(z.boolean()),
  /** The Via header: a proxy's own word. */
  via: z.nullable(z.string()),
});
export type HttpAnswer = z.infer<typeof HttpAnswer>;

const doors = z.array(
  z.object({
    door: z.enum(doorIds),
    url: z.string(),
    port: z.number(),
    head: collected(HttpAnswer),
    get: collected(HttpAnswer),
  }),
);

/** HEAD and GET (first four bytes) of the addresses a client needs, as seen from one seat. */
export const endpoints = defineProbe(
  'endpoints',
  z.object({
    host: z.string(),
    /** Who asked: this computer, or the server itself (script kit). */
    from: z.enum(['here', 'server']),
    /** The address the questions came from, where it is known. */
    address: z.nullable(z.string()),
    doors,
    /** Proxies this computer is set to (variable and address, never a password). They were by-passed, unless `through` names one. */
    proxies: z.array(z.object({ name: z.string(), proxy: z.string() })),
    /** The variable of the proxy that was used by choice. */
    through: z.optional(z.string()),
    /** WSUS' local-only Ping, asked by the script kit: whether its web service answers SOAP at all, and its own word on success. */
    ping: z.optional(collected(z.object({ status: z.number(), soap: z.boolean(), success: z.nullable(z.boolean()) }))),
    /** The same questions asked from other seats, each with what it got. */
    others: z.optional(z.array(z.object({ from: z.enum(['here', 'server']), address: z.nullable(z.string()), doors }))),
  }),
);
