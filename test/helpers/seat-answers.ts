/** Answers of the probes endpoints and cookie, written by hand for the tables. */
import type { Collected } from '../../shared/probe';
import { ok } from './small';

export const lost = (code: string) => ({ outcome: 'failed', fault: { code, facts: { host: 'srv' } } });
export interface CameShape {
  readonly status: number;
  readonly sub?: number;
  readonly server?: string | null;
  readonly page?: string | null;
  readonly cab?: boolean | null;
  readonly location?: string;
  readonly via?: string;
}
export const came = ({ status, sub, server = 'Microsoft-IIS/6.0', page = null, cab = null, location, via }: CameShape) =>
  ok({ status, subStatus: sub ?? null, server, contentType: null, location: location ?? null, redirects: 0, page, cab, via: via ?? null });

const paths: Readonly<Record<string, string>> = {
  wuident: '/selfupdate/wuident.cab',
  iuident: '/selfupdate/iuident.cab',
  'root-iuident': '/iuident.cab',
  client: '/ClientWebService/client.asmx',
  'simple-auth': '/SimpleAuthWebService/SimpleAuth.asmx',
  reporting: '/ReportingWebService/ReportingWebService.asmx',
  'server-sync': '/ServerSyncWebService/ServerSyncWebService.asmx',
  'api-remoting': '/ApiRemoting30/WebService.asmx',
  content: '/Content/',
};
const right = (door: string, server: string | null) => {
  if (door === 'root-iuident') return came({ status: 404, server });
  if (door.endsWith('ident')) return came({ status: 206, cab: true, server });
  if (door === 'content') return came({ status: 403, sub: 2, server });
  return came({ status: door === 'api-remoting' ? 401 : 200, page: 'web-service', server });
};

export interface PortShape {
  readonly port: number;
  readonly server?: string | null;
  /** GET answers that differ; HEAD is the same unless `head` names it. */
  readonly get?: Readonly<Record<string, unknown>>;
  readonly head?: Readonly<Record<string, unknown>>;
  /** Every door alike. */
  readonly all?: unknown;
}
export const endpoints = (ports: readonly PortShape[], more: object = {}) =>
  ok({
    host: 'srv',
    from: 'here',
    address: '192.168.16.240',
    proxies: [],
    doors: ports.flatMap(({ port, server = 'Microsoft-IIS/6.0', get = {}, head = {}, all }) =>
      Object.entries(paths).map(([door, path]) => {
        const got = all ?? get[door] ?? right(door, server);
        return { door, url: `http://srv${port === 80 ? '' : `:${port}`}${path}`, port, get: got, head: head[door] ?? got };
      }),
    ),
    ...more,
  });

export interface StepShape {
  readonly status?: number;
  readonly sub?: number;
  readonly soap?: 'answer' | 'fault' | 'none';
  readonly errorCode?: string;
  readonly faultCode?: string;
  readonly location?: string;
  readonly problem?: string;
}
const names = ['GetConfig', 'GetAuthorizationCookie', 'GetCookie'] as const;
const step = (operation: string, shape: StepShape | ReturnType<typeof lost>) => ({
  operation,
  url: `http://srv:8530${operation === 'GetAuthorizationCookie' ? paths['simple-auth'] : paths.client}`,
  answer:
    'outcome' in shape
      ? shape
      : ok({
          status: shape.status ?? 200,
          subStatus: shape.sub ?? null,
          server: null,
          contentType: 'text/xml',
          location: shape.location ?? null,
          page: null,
          date: 'Wed, 18 Nov 2026 05:05:00 GMT',
          soap: shape.soap ?? 'answer',
          errorCode: shape.errorCode ?? null,
          faultCode: shape.faultCode ?? null,
          problem: shape.problem ? { code: shape.problem, facts: {} } : null,
        }),
});

/** Steps in their order; `more.cookie` is what came of them. */
export const cookie = (steps: readonly (StepShape | ReturnType<typeof lost>)[], more: object = {}) =>
  ok({
    host: 'srv',
    from: 'here',
    steps: steps.map((shape, i) => step(names[i] ?? 'GetCookie', shape)),
    plugIn: { id: 'SimpleTargeting', serviceUrl: 'SimpleAuthWebService/SimpleAuth.asmx' },
    notFollowed: null,
    restarts: 0,
    cookie: null,
    ...more,
  });
export const issued = (expiration = '2026-11-18T06:05:00.1234567Z', serverDate: string | null = 'Wed, 18 Nov 2026 05:05:00 GMT') =>
  cookie([{}, {}, {}], { cookie: { expiration, serverDate, bytes: 224 } });

/** The value of an answer written here. */
export const within = <T>(answer: Collected<T>): T => {
  if (answer.outcome !== 'ok') throw new Error('no value');
  return answer.value;
};
