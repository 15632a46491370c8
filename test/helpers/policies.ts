/** Policies and proxy settings written by hand, for the tables of test/checks. */
import { denied, ok } from './small';

export const policyOf = (more: object = {}) =>
  ok({ wuServer: 'http://srv:8530', wuStatusServer: 'http://srv:8530', useWuServer: true, domainMember: true, ignored: [], ...more });
export const clientNamed = (name: string, policy: unknown = policyOf()) => ({ name, policy });
export const policiesOf = (...clients: readonly unknown[]) => ({ 'client-policies': ok({ clients }) });
export const unreadClient = clientNamed('PC09', denied);

export const proxyOf = (more: object = {}) =>
  ok({
    use: true,
    name: 'proxy01',
    port: 8080,
    anonymous: false,
    user: 'wsusproxy',
    domain: 'CONTOSO',
    hasPassword: true,
    basicAllowed: false,
    internetUser: ok(true),
    ...more,
  });
export const noProxy = { use: false, name: '', anonymous: true, user: '', domain: '', hasPassword: false, internetUser: ok(null) };
export const synchronized = (result: 'succeeded' | 'failed' | null, error: string | null = null) =>
  ok({ last: result === null ? null : { at: '2026-11-17T18:00:00.000Z', result, error }, running: false, approved: 1 });
export const proxyWants = 'The remote server returned an error: (407) Proxy Authentication Required.';
