import * as z from 'zod/mini';
import { pages } from '../page';
import { collected, defineProbe } from '../probe';
import { FaultSchema } from '../result';

export const operations = ['GetConfig', 'GetAuthorizationCookie', 'GetCookie'] as const;
export type CookieOperation = (typeof operations)[number];

/** What one POST brought. Times are kept as written: whether they can be read is judged later. */
export const PostAnswer = z.object({
  status: z.number(),
  subStatus: z.nullable(z.number()),
  server: z.nullable(z.string()),
  contentType: z.nullable(z.string()),
  location: z.nullable(z.string()),
  page: z.nullable(z.enum(pages)),
  /** The Date header. */
  date: z.nullable(z.string()),
  /** What the body is: the answer asked for, a SOAP fault, or neither. */
  soap: z.enum(['answer', 'fault', 'none']),
  /** ErrorCode of a fault's detail, and its faultcode. */
  errorCode: z.nullable(z.string()),
  faultCode: z.nullable(z.string()),
  /** Why the body could not be used. */
  problem: z.nullable(FaultSchema),
});
export type PostAnswer = z.infer<typeof PostAnswer>;

/** The update protocol as far as it changes nothing: configuration, authorisation, cookie (wusp.md 2). */
export const cookie = defineProbe(
  'cookie',
  z.object({
    host: z.string(),
    from: z.enum(['here', 'server']),
    /** In the order asked; the last one tells where it ended. */
    steps: z.array(z.object({ operation: z.enum(operations), url: z.string(), answer: collected(PostAnswer) })),
    /** The plug-in taken; null: none was named, or it did not come to that. */
    plugIn: z.nullable(z.object({ id: z.string(), serviceUrl: z.string() })),
    /** A ServiceUrl that was not asked, since it is not relative; with its host. */
    notFollowed: z.nullable(z.object({ serviceUrl: z.string(), host: z.nullable(z.string()) })),
    /** How often ConfigChanged made it start over. */
    restarts: z.number(),
    /** The cookie stays opaque: its length in bytes, and Expiration as written. */
    cookie: z.nullable(z.object({ expiration: z.string(), serverDate: z.nullable(z.string()), bytes: z.number() })),
  }),
);
