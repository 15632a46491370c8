/**
 * Makes W3C logs of any size, the same for the same settings: 4 header blocks, IPv6 clients with a zone index, refusals by
 * address of known clients. `npm run bench -- make-log <file> [bytes] [refused in 10,000]`.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface MadeLog {
  readonly bytes: number;
  /** Rows refused out of 10,000. */
  readonly refused: number;
  readonly seed: number;
}
export interface LogTruth {
  readonly bytes: number;
  readonly rows: number;
  readonly refusals: number;
  readonly byClient: Readonly<Record<string, number>>;
}

/** mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const fields = 'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';
const header = (at: string): string => `#Software: Microsoft Internet Information Services 7.5\r\n#Version: 1.0\r\n#Date: ${at}\r\n#Fields: ${fields}\r\n`;
const agents = ['Windows-Update-Agent', 'Microsoft+BITS/7.5', 'Mozilla/4.0+(compatible;+MSIE+8.0;+Windows+NT+6.1)', 'Client-Protocol', '-'];
const asked = [
  'POST /ClientWebService/client.asmx -',
  'GET /selfupdate/wuident.cab 403200803',
  'HEAD /Content/4C/3D0A1E22B7C9F3C1D2E4F50617283940A1B2C34C.cab -',
  'POST /ReportingWebService/ReportingWebService.asmx -',
  'POST /SimpleAuthWebService/SimpleAuth.asmx -',
  'GET /exchange/ Cmd=contents&x=403+6',
];
const two = (n: number): string => String(n).padStart(2, '0');

/** Writes the log; what it holds is counted while it is written. */
export function makeLog(path: string, { bytes, refused, seed }: MadeLog): LogTruth {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const fd = openSync(path, 'w');
  const byClient: Record<string, number> = {};
  const quarter = bytes / 4;
  let [written, rows, refusals, headers] = [0, 0, 0, 0];
  let at = Date.UTC(2026, 2, 3, 0, 0, 0);
  const show = () => {
    const d = new Date(at);
    return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
  };
  try {
    while (written < bytes) {
      let text = '';
      for (let i = 0; i < 5000; i++) {
        if (headers < 4 && written + text.length >= headers * quarter) {
          text += header(show());
          headers++;
        }
        at += Math.floor(next() * 400);
        const no = next() * 10_000 < refused;
        const zone = next() < 0.02;
        const client = no
          ? zone
            ? 'fe80::20:1%11'
            : `192.168.${20 + Math.floor(next() * 2)}.${101 + Math.floor(next() * 29)}`
          : zone
            ? 'fe80::1c0d:7e2f:a1b2:c3d4%11'
            : `192.168.16.${21 + Math.floor(next() * 200)}`;
        const status = no ? '403 6 5' : next() < 0.03 ? '403 14 0' : next() < 0.05 ? '404 0 2' : '200 0 0';
        text += `${show()} 192.168.16.2 ${pick(asked)} 80 - ${client} ${pick(agents)} ${status} ${Math.floor(next() * 900)}\r\n`;
        rows++;
        if (!no) continue;
        refusals++;
        const address = client.replace(/%.*/, '');
        byClient[address] = (byClient[address] ?? 0) + 1;
      }
      writeSync(fd, text);
      written += Buffer.byteLength(text);
    }
  } finally {
    closeSync(fd);
  }
  return { bytes: written, rows, refusals, byClient };
}

export async function bench([path = 'wsus.log', bytes = '200000000', refused = '145']: string[]): Promise<void> {
  console.log(JSON.stringify(makeLog(path, { bytes: Number(bytes), refused: Number(refused), seed: 7 }), null, 1));
}
