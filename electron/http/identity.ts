/** How every request names itself: nothing of this computer is in it. */
import { version } from '../../package.json';

export const userAgent = `wsus-wizard/${version}`;

/** No Accept-Encoding: a real WSUS answers `xpress` with blocks that only agents unpack (wusp.md 2). No cookies, no credentials, ever. */
export const plainHeaders = { 'User-Agent': userAgent, 'Cache-Control': 'no-cache', Pragma: 'no-cache' } as const;
