/** Servers as they are met: healthy ones, broken ones and odd ones. Each name is a file in test/fixtures/golden. */
import { readFileSync } from 'node:fs';
import type * as net from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Act, IisShape, Playing, Reply } from './iis-server';
import { authBody, configBody, cookieBody, errorPage, faultBody, iis, inOneHour, playRaw, playServer } from './iis-server';
import { root } from './worlds';

type Make = () => Promise<Playing>;
const http =
  (shape: IisShape): Make =>
  () =>
    playServer(iis(shape));
const six = (more: Partial<IisShape> = {}): Make => http({ version: '6.0', ...more });
const ten = (more: Partial<IisShape> = {}): Make => http({ version: '10.0', ...more });
const page = (status: number, body: string, more: Reply = {}): Reply => ({ status, type: 'text/html', body, ...more });
const refused = page(403, errorPage('403.6', 'Forbidden: IP address of the client has been rejected.'));
/** As IIS 6 writes it on a Japanese system: CP932. */
const japanese = (status: string, text: number[]): Buffer =>
  Buffer.concat([Buffer.from(`<html><title>HTTP ${status} - `), Buffer.from(text), Buffer.from('</title></html>')]);
const everywhere = (reply: Reply): NonNullable<IisShape['doors']> => ({ '/': reply });
const raw =
  (act: (socket: net.Socket) => void): Make =>
  () =>
    playRaw(act);
const big = Buffer.alloc(64 * 1024, 'x');

/** Writes 100 MB as fast as it is taken, and stops when the other side is gone. */
function flood(asked: Parameters<Act>[0]): void {
  let left = 1600;
  const more = () => {
    while (left-- > 0) if (!asked.answer.write(big)) return asked.answer.once('drain', more);
    asked.answer.end();
    return undefined;
  };
  more();
}

const refusals: Record<string, Make> = {
  'iis6-refuses-everywhere': six({ doors: everywhere(refused) }),
  'iis6-refuses-self-update': six({ doors: { '/selfupdate': refused } }),
  'iis6-refuses-in-japanese': six({ doors: everywhere(page(403, '', { body: japanese('403.6', [0x8b, 0xd6, 0x8e, 0x7e]) })) }),
  'iis75-refuses-everywhere': http({ version: '7.5', doors: everywhere(page(403, errorPage('403', 'Forbidden'))) }),
  'iis10-refuses-everywhere': ten({ doors: everywhere(page(403, errorPage('403', 'Forbidden'))) }),
  'iis10-refuses-self-update': ten({ doors: { '/selfupdate': page(403, errorPage('403', 'Forbidden')) } }),
  'iis10-refuses-as-404': ten({ doors: everywhere(page(404, errorPage('404', 'Not Found'))) }),
  'anonymous-off': six({ doors: everywhere(page(401, errorPage('401.2', 'Unauthorized'))) }),
  'ssl-required': six({ doors: { '/selfupdate': page(403, errorPage('403.4', 'SSL required')), '/content': page(403, errorPage('403.4', 'SSL required')) } }),
  'pool-stopped': ten({
    doors: Object.fromEntries(
      ['/clientwebservice', '/simpleauth', '/reporting', '/serversync', '/apiremoting30'].map((p) => [p, page(503, '<h2>Service Unavailable</h2>')]),
    ),
  }),
  'asp-net-broken': ten({ doors: { '/clientwebservice': page(500, errorPage('500.19', 'Internal Server Error')) } }),
  'client-web-service-missing': six({ doors: { '/clientwebservice': page(404, errorPage('404', 'Not Found')) } }),
  'simple-auth-refused': six({ doors: { '/simpleauth': refused } }),
};

const pages: Record<string, Make> = {
  sharepoint: six({ doors: everywhere(page(200, '<html><head><title>Home</title><link href="/_layouts/1041/styles/core.css"></head></html>')) }),
  'under-construction': six({ doors: everywhere(page(200, '<html><title>Under Construction</title><img src="pagerror.gif"></html>')) }),
  'sign-in-page': ten({ doors: everywhere(page(200, '<html><form action="/login"><input type="password" name="p"></form></html>')) }),
  'proxy-asks-for-credentials': ten({
    doors: everywhere(page(407, '<html>ISA Server: proxy authentication required (12209)</html>', { headers: { 'Proxy-Authenticate': 'NTLM' } })),
  }),
  'proxy-names-itself': ten({ always: { Via: '1.1 cache01 (squid/3.5)' } }),
  'xml-as-html': ten({ soap: { GetConfig: { type: 'text/html' } } }),
  'html-to-soap': ten({ soap: { GetConfig: page(200, '<html><body>hello</body></html>') } }),
  'cab-is-text': ten({ doors: { '/selfupdate': { status: 200, type: 'application/octet-stream', body: 'not a cabinet' } } }),
};

const ways: Record<string, Make> = {
  'no-content-length': ten({
    write: ({ answer, method }, status, { 'Content-Length': _length, ...headers }, body) => {
      answer.useChunkedEncodingByDefault = false;
      answer.shouldKeepAlive = false;
      answer.writeHead(status, { ...headers, Connection: 'close' });
      answer.end(method === 'HEAD' ? undefined : body);
    },
  }),
  chunked: ten({
    write: ({ answer, method }, status, { 'Content-Length': _length, ...headers }, body) => {
      answer.writeHead(status, headers);
      if (method !== 'HEAD') for (let at = 0; at < body.length; at += 7) answer.write(body.subarray(at, at + 7));
      answer.end();
    },
  }),
  gzip: ten({
    write: ({ answer, method }, status, headers, body) => {
      const packed = gzipSync(body);
      answer.writeHead(status, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': String(packed.length) });
      answer.end(method === 'HEAD' ? undefined : packed);
    },
  }),
  'gzip-bomb': ten({ soap: { GetConfig: { body: gzipSync(Buffer.alloc(64 * 1024 * 1024)), headers: { 'Content-Encoding': 'gzip' } } } }),
  'xpress-unasked': ten({ soap: { GetConfig: { headers: { 'Content-Encoding': 'xpress' } } } }),
  'slow-drip': ten({
    write: ({ answer, method }, status, headers, body) => {
      answer.writeHead(status, headers);
      if (method === 'HEAD') return void answer.end();
      let at = 0;
      const drip = setInterval(() => {
        if (answer.destroyed || at >= body.length) {
          clearInterval(drip);
          answer.end();
        } else answer.write(body.subarray(at, ++at));
      }, 400);
      return undefined;
    },
  }),
  'redirect-loop': ten({ doors: { '/selfupdate': { status: 302, headers: { Location: '/selfupdate/wuident.cab' } } } }),
  'redirect-on-the-same-host': ten({ doors: { '/selfupdate/wuident.cab': { status: 302, headers: { Location: '/SelfUpdate/iuident.cab' } } } }),
  'redirect-elsewhere': ten({ doors: { '/selfupdate': { status: 301, headers: { Location: 'http://other.invalid/selfupdate/' } } } }),
  'post-is-redirected': ten({ soap: { GetConfig: { status: 307, body: '', headers: { Location: 'http://other.invalid/ClientWebService/client.asmx' } } } }),
  'post-is-redirected-to-itself': ten({ soap: { GetConfig: { status: 302, body: '', headers: { Location: '/ClientWebService/client.asmx' } } } }),
  'post-only-services': ten({ doors: {}, write: postOnly }),
  'server-closes-at-once': raw((socket) => socket.destroy()),
  'server-never-answers': raw(() => {}),
  'not-http': raw((socket) => socket.end('220 mail.example.invalid ESMTP ready\r\n')),
  'header-bomb': raw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const pour = (n: number): void => {
      if (n > 0 && !socket.destroyed) socket.write(`X-${n}: ${'y'.repeat(1000)}\r\n`, () => pour(n - 1));
    };
    pour(2000);
  }),
  'body-cut-in-the-middle': raw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 5000\r\n\r\nMSCF and then no more')),
  'chunks-without-an-end': raw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nMSCF!\r\n')),
  'soap-cut-without-length': ten({ write: cutSoap }),
  'hundred-megabytes': ten({
    write: (asked, status, { 'Content-Length': _length, ...headers }) => {
      asked.answer.writeHead(status === 206 ? 200 : status, headers);
      if (asked.method === 'HEAD') asked.answer.end();
      else flood(asked);
    },
  }),
  'certificate-nobody-trusts': () => {
    const file = (name: string) => readFileSync(join(root, 'test', 'fixtures', 'tls', name), 'utf8');
    return playServer(iis({ version: '10.0' }), { key: file('self-signed.key'), cert: file('self-signed.crt') });
  },
};

function postOnly(asked: Parameters<Act>[0], status: number, headers: Record<string, string>, body: Buffer): void {
  const service = asked.path.endsWith('.asmx') && asked.method !== 'POST' && !/apiremoting/i.test(asked.path);
  const shown = service ? (asked.method === 'HEAD' ? 405 : 500) : status;
  const content = service ? Buffer.from(errorPage('500', 'Internal Server Error')) : body;
  asked.answer.writeHead(shown, { ...headers, 'Content-Length': String(content.length) });
  asked.answer.end(asked.method === 'HEAD' ? undefined : content);
}
function cutSoap(asked: Parameters<Act>[0], status: number, { 'Content-Length': _length, ...headers }: Record<string, string>, body: Buffer): void {
  const { answer, method } = asked;
  answer.useChunkedEncodingByDefault = false;
  answer.shouldKeepAlive = false;
  answer.writeHead(status, { ...headers, Connection: 'close' });
  answer.end(method === 'HEAD' ? undefined : method === 'POST' ? body.subarray(0, body.length - 40) : body);
}

const life = (expiration: string): Make => ten({ soap: { GetCookie: { body: cookieBody(expiration) } } });
const lives: Record<string, Make> = {
  'life-2-digits': life('2026-11-18T06:05:00.59Z'),
  'life-6-digits-no-zone': life('2026-11-18T06:05:00.098198'),
  'life-7-digits': life('2026-11-18T06:05:00.9425733Z'),
  'life-offset': life('2026-11-18T15:05:00.125925+09:00'),
  'life-10-minutes': life('2026-11-18T05:15:00Z'),
  'life-30-minutes': life('2026-11-18T05:35:00Z'),
  'life-2-hours': life('2026-11-18T07:05:00Z'),
  'life-5-days': life('2026-11-23T05:05:00.125925+00:00'),
  'life-over-already': life('2026-11-18T05:00:00Z'),
  'life-unreadable': life('tomorrow'),
  'life-no-date-header': ten({ noDate: true }),
};

const errorCodes = [
  'InvalidCookie',
  'ServerChanged',
  'ConfigChanged',
  'CookieExpired',
  'RegistrationRequired',
  'RegistrationNotRequired',
  'InvalidAuthorizationCookie',
  'InvalidParameters',
  'InternalServerError',
  'ServerBusy',
  'FileLocationChanged',
  'IncompatibleProtocolVersion',
] as const;
const faultOf = (code: string | null, more: Reply = {}, faultCode?: string): Make =>
  ten({ soap: { GetCookie: { status: 500, body: faultBody(code, faultCode), ...more } } });
const faults: Record<string, Make> = {
  ...Object.fromEntries(errorCodes.map((code) => [`fault-${code}`, faultOf(code)])),
  'fault-with-200': faultOf('InternalServerError', { status: 200 }),
  'fault-without-detail': faultOf(null, {}, 'a:InternalServiceFault'),
  'fault-at-the-beginning': ten({ soap: { GetConfig: { status: 500, body: faultBody('InternalServerError', 's:Server') } } }),
  'config-changed-once': ten({ soap: { GetCookie: (before) => (before === 0 ? { status: 500, body: faultBody('ConfigChanged') } : null) } }),
};

const a = {
  name: 'Anonymous',
  config: configBody([{ id: 'Anonymous', url: '' }], '2026-10-04T15:17:07.098198')
    .replaceAll('><', '>\n  <')
    .replaceAll('s:', 'soap:')
    .replaceAll('xmlns:s=', 'xmlns:soap='),
};
const messages: Record<string, Make> = {
  'iis6-healthy': six(),
  'iis75-healthy': http({ version: '7.5' }),
  'iis10-healthy': ten(),
  'service-url-empty': ten({ soap: { GetConfig: { body: a.config } } }),
  'two-plug-ins': ten({
    soap: {
      GetConfig: {
        body: configBody([
          { id: 'PidValidator', url: '' },
          { id: 'SimpleTargeting', url: 'SimpleAuthWebService/SimpleAuth.asmx' },
        ]),
      },
    },
  }),
  'no-plug-in': ten({ soap: { GetConfig: { body: configBody([]) } } }),
  'service-url-elsewhere': ten({
    soap: { GetConfig: { body: configBody([{ id: 'SimpleTargeting', url: 'http://other.invalid:8530/SimpleAuthWebService/SimpleAuth.asmx' }]) } },
  }),
  'service-url-to-dss': ten({ soap: { GetConfig: { body: configBody([{ id: 'SimpleTargeting', url: 'DssAuthWebService/DssAuthWebService.asmx' }]) } } }),
  'doctype-in-the-answer': ten({ soap: { GetConfig: { body: `<!DOCTYPE x [<!ENTITY a "b">]>${configBody()}` } } }),
  'xml-not-well-formed': ten({ soap: { GetConfig: { body: configBody().replace('</AuthInfo>', '') } } }),
  'xml-of-another-kind': ten({ soap: { GetConfig: { body: '<rss><channel/></rss>' } } }),
  'cookie-data-not-base64': ten({ soap: { GetAuthorizationCookie: { body: authBody('%%%') } } }),
  'cookie-of-8-bytes': ten({ soap: { GetCookie: { body: cookieBody(inOneHour, 8) } } }),
  'soap-without-end': ten({ soap: { GetConfig: { body: Buffer.concat([Buffer.from(configBody().slice(0, 200)), Buffer.alloc(2 * 1024 * 1024, 'x')]) } } }),
};

export const oddServers: Readonly<Record<string, Make>> = { ...messages, ...refusals, ...pages, ...ways, ...lives, ...faults };
