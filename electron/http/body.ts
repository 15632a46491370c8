/** An answer's bytes as text: unpacked where a server packs without being asked, bounded like everything else. */
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { decodeText } from '../targets/decode';
import type { Raw } from './send';
import { keptBytes } from './send';

/** The first bytes, unpacked; a cut stream gives what there is. */
export function unpacked(raw: Raw, host: string): Result<Buffer> {
  const encoding = String(raw.headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase();
  if (encoding === 'identity' || encoding === '' || raw.body.length === 0) return ok(raw.body);
  const options = { maxOutputLength: keptBytes, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return ok(gunzipSync(raw.body, options));
    // Some servers send deflate without its wrapper.
    if (encoding === 'deflate') return ok((raw.body[0] ?? 0) % 16 === 8 ? inflateSync(raw.body, options) : inflateRawSync(raw.body, options));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return failed('too-large-answer', { host, limit: keptBytes });
  }
  return failed('malformed-encoding', { host, encoding: encoding.slice(0, 40) });
}

export const textOfBody = (bytes: Buffer): string => decodeText(bytes);
