/** A loopback server that plays IIS with WSUS, whole or broken, and writes down every request it gets. */
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}
export interface Playing {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly Recorded[];
  close(): Promise<void>;
}
export interface Asked extends Recorded {
  readonly answer: http.ServerResponse;
  /** How many requests of this method and path came before. */
  readonly before: number;
}
export type Act = (asked: Asked) => void;

const listen = async (server: net.Server, scheme: string, requests: Recorded[], address = '127.0.0.1', at = 0): Promise<Playing> => {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(at, address, resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

/** HTTP, or HTTPS with the key and certificate given. */
export const playServer = (act: Act, tls?: { key: string; cert: string }, address?: string): Promise<Playing> => play(act, tls, address);
/** HTTP at one port of a loopback address: for questions that name no port. */
export const playAt = (act: Act, address: string, port: number): Promise<Playing> => play(act, undefined, address, port);

function play(act: Act, tls?: { key: string; cert: string }, address?: string, port?: number): Promise<Playing> {
  const requests: Recorded[] = [];
  const seen = new Map<string, number>();
  const onRequest = (request: http.IncomingMessage, answer: http.ServerResponse) => {
    let body = '';
    answer.sendDate = false;
    answer.on('error', () => {});
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const recorded = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      const key = `${recorded.method} ${recorded.path} ${String(request.headers.soapaction)}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      requests.push(recorded);
      act({ ...recorded, answer, before });
    });
  };
  return tls
    ? listen(https.createServer(tls, onRequest), 'https', requests, address, port)
    : listen(http.createServer(onRequest), 'http', requests, address, port);
}

/** Plain TCP: what it writes is the answer. Requests are written down as far as they can be read. */
export function playRaw(onRequest: (socket: net.Socket) => void): Promise<Playing> {
  const requests: Recorded[] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      const text = bytes.toString('latin1');
      const [method = '', path = ''] = text.split(' ');
      const headers = Object.fromEntries(
        text
          .split('\r\n\r\n')[0]
          ?.split('\r\n')
          .slice(1)
          .map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.split(':').slice(1).join(':').trim()]) ?? [],
      );
      requests.push({ method, path, headers, body: text.split('\r\n\r\n')[1] ?? '' });
      onRequest(socket);
    });
  });
  return listen(server, 'http', requests);
}

// ---- IIS

/** The server's clock stands, so that what comes of it can be written down. */
export const serverDate = 'Wed, 18 Nov 2026 05:05:00 GMT';
export const inOneHour = '2026-11-18T06:05:00.1234567Z';

export const errorPage = (status: string, text: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><html><head><title>${text}</title></head><body><h1>${text}</h1><h2>HTTP Error ${status} - ${text}<br>Internet Information Services (IIS)</h2></body></html>`;

const cab = Buffer.concat([Buffer.from('MSCF'), Buffer.alloc(60, 7)]);
const soap = (body: string): string => `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const client = 'http://www.microsoft.com/SoftwareDistribution/Server/ClientWebService';
const auth = 'http://www.microsoft.com/SoftwareDistribution/Server/SimpleAuthWebService';

export interface PlugInShape {
  readonly id: string;
  readonly url: string;
}
export const configBody = (
  plugIns: readonly PlugInShape[] = [{ id: 'SimpleTargeting', url: 'SimpleAuthWebService/SimpleAuth.asmx' }],
  lastChange = '2026-10-04T13:17:07.59Z',
) =>
  soap(
    `<GetConfigResponse xmlns="${client}"><GetConfigResult><LastChange>${lastChange}</LastChange><IsRegistrationRequired>true</IsRegistrationRequired><AuthInfo>${plugIns
      .map((p) => `<AuthPlugInInfo><PlugInID>${p.id}</PlugInID><ServiceUrl>${p.url}</ServiceUrl><Parameter/></AuthPlugInInfo>`)
      .join(
        '',
      )}</AuthInfo><Properties><ConfigurationProperty><Name>ProtocolVersion</Name><Value>3.2</Value></ConfigurationProperty></Properties></GetConfigResult></GetConfigResponse>`,
  );
export const authBody = (data = Buffer.alloc(496, 3).toString('base64')) =>
  `<?xml version="1.0" encoding="utf-8"?>${soap(`<GetAuthorizationCookieResponse xmlns="${auth}"><GetAuthorizationCookieResult><PlugInId>SimpleTargeting</PlugInId><CookieData>${data}</CookieData></GetAuthorizationCookieResult></GetAuthorizationCookieResponse>`)}`;
export const cookieBody = (expiration = inOneHour, bytes = 224) =>
  soap(
    `<GetCookieResponse xmlns="${client}"><GetCookieResult><Expiration>${expiration}</Expiration><EncryptedData>${Buffer.alloc(bytes, 9).toString('base64')}</EncryptedData></GetCookieResult></GetCookieResponse>`,
  );
/** As a real server writes it: children of detail without a namespace. */
export const faultBody = (errorCode: string | null, faultCode = 's:Client') =>
  soap(
    `<s:Fault><faultcode>${faultCode}</faultcode><faultstring>Fault occurred</faultstring>${errorCode === null ? '' : `<detail><ErrorCode>${errorCode}</ErrorCode><Message>m</Message><ID>00000000-0000-0000-0000-000000000000</ID><Method>"x"</Method></detail>`}</s:Fault>`,
  );

type Operation = 'GetConfig' | 'GetAuthorizationCookie' | 'GetCookie';
export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface IisShape {
  readonly version: '6.0' | '7.5' | '10.0';
  /** Instead of a door's usual answer; by the beginning of its path, in lower case. */
  readonly doors?: Readonly<Record<string, Reply>>;
  readonly soap?: Partial<Record<Operation, Reply | ((before: number) => Reply | null)>>;
  /** Headers on every answer. */
  readonly always?: Readonly<Record<string, string>>;
  /** Without the Date header. */
  readonly noDate?: boolean;
  /** How a reply is written; the usual way where left out. */
  readonly write?: (asked: Asked, status: number, headers: Record<string, string>, body: Buffer) => void;
}

function usual(asked: Asked, path: string): Reply {
  if (path.endsWith('.cab') && path.startsWith('/selfupdate/')) {
    const range = asked.headers.range === 'bytes=0-3';
    return range
      ? { status: 206, type: 'application/octet-stream', body: cab.subarray(0, 4), headers: { 'Content-Range': `bytes 0-3/${cab.length}` } }
      : { status: 200, type: 'application/octet-stream', body: cab };
  }
  if (path.endsWith('.cab')) return { status: 404, type: 'text/html', body: errorPage('404', 'Not Found') };
  if (path.startsWith('/apiremoting30/'))
    return { status: 401, type: 'text/html', body: errorPage('401.2', 'Unauthorized'), headers: { 'WWW-Authenticate': 'NTLM' } };
  if (path.startsWith('/content/')) return { status: 403, type: 'text/html', body: errorPage('403', 'Forbidden') };
  if (path.endsWith('.asmx'))
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: `<html><head><title>Web Service</title></head><body><a href="${asked.path}?op=Ping">Ping</a> <a href="${asked.path}?WSDL">x</a></body></html>`,
    };
  return { status: 404, type: 'text/html', body: errorPage('404', 'Not Found') };
}

const bodies: Record<Operation, () => string> = { GetConfig: () => configBody(), GetAuthorizationCookie: () => authBody(), GetCookie: () => cookieBody() };

function soapReply(asked: Asked, shape: IisShape): Reply {
  const operation = /\/(\w+)"$/.exec(String(asked.headers.soapaction))?.[1] as Operation | undefined;
  const body = operation && bodies[operation]?.();
  if (!body || !operation) return { status: 500, type: 'text/xml; charset=utf-8', body: faultBody(null, 's:Client') };
  const own = shape.soap?.[operation];
  const reply = typeof own === 'function' ? own(asked.before) : own;
  return { type: 'text/xml; charset=utf-8', body, ...reply };
}

export function iis(shape: IisShape): Act {
  return (asked) => {
    const path = (asked.path.split('?')[0] ?? '').toLowerCase();
    const own = Object.entries(shape.doors ?? {}).find(([start]) => path.startsWith(start))?.[1];
    const reply = own ?? (asked.method === 'POST' ? soapReply(asked, shape) : usual(asked, path));
    const body = Buffer.from(reply.body ?? '');
    const headers: Record<string, string> = {
      Server: `Microsoft-IIS/${shape.version}`,
      'Content-Type': reply.type ?? 'text/html',
      'Content-Length': String(body.length),
      ...(!shape.noDate && { Date: serverDate }),
      ...shape.always,
      ...reply.headers,
    };
    if (shape.write) return shape.write(asked, reply.status ?? 200, headers, body);
    asked.answer.writeHead(reply.status ?? 200, headers);
    asked.answer.end(asked.method === 'HEAD' ? undefined : body);
  };
}
