/** What the three answers hold (wusp.md 4). A field that must be there and is not makes the answer malformed, with the field named. */
import type { Result } from '../result';
import { failed, ok } from '../result';
import type { XmlNode } from './soap';
import { childOf, childrenOf, textOf } from './soap';

export interface PlugIn {
  readonly id: string;
  readonly serviceUrl: string;
}
export interface Config {
  /** Verbatim: GetCookie gives it back as it came. */
  readonly lastChange: string;
  readonly plugIns: readonly PlugIn[];
}

const lacks = (where: string): Result<never> => failed('malformed-soap', { where });
const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) && text.replace(/\s/g, '').length % 4 === 0;
const bytesOf = (base64: string): number => {
  const plain = base64.replace(/\s/g, '');
  return Math.max(0, (plain.length / 4) * 3 - (plain.endsWith('==') ? 2 : plain.endsWith('=') ? 1 : 0));
};

export function readConfig(body: XmlNode): Result<Config> {
  const result = childOf(body, 'GetConfigResult');
  if (body.name !== 'GetConfigResponse' || !result) return lacks('GetConfigResult');
  const lastChange = textOf(result, 'LastChange');
  if (!lastChange) return lacks('LastChange');
  const plugIns = childrenOf(childOf(result, 'AuthInfo'), 'AuthPlugInInfo').map((p) => ({
    id: (textOf(p, 'PlugInID') ?? '').slice(0, 200),
    serviceUrl: (textOf(p, 'ServiceUrl') ?? '').slice(0, 500),
  }));
  return ok({ lastChange: lastChange.slice(0, 60), plugIns });
}

/** The plug-in to take: the one with a ServiceUrl, else the first. */
export const choosePlugIn = (plugIns: readonly PlugIn[]): PlugIn | null => plugIns.find((p) => p.serviceUrl !== '') ?? plugIns[0] ?? null;

export interface AuthorizationCookie {
  readonly plugInId: string;
  readonly cookieData: string;
}
export function readAuthorizationCookie(body: XmlNode): Result<AuthorizationCookie> {
  const result = childOf(body, 'GetAuthorizationCookieResult');
  if (body.name !== 'GetAuthorizationCookieResponse' || !result) return lacks('GetAuthorizationCookieResult');
  const [plugInId, cookieData] = [textOf(result, 'PlugInId'), textOf(result, 'CookieData')];
  if (plugInId === undefined) return lacks('PlugInId');
  if (cookieData === undefined || !isBase64(cookieData)) return lacks('CookieData');
  return ok({ plugInId, cookieData: cookieData.replace(/\s/g, '') });
}

/** Expiration as written, and how long the opaque part is; the part itself is dropped here. */
export function readCookie(body: XmlNode): Result<{ expiration: string; bytes: number }> {
  const result = childOf(body, 'GetCookieResult');
  if (body.name !== 'GetCookieResponse' || !result) return lacks('GetCookieResult');
  const [expiration, data] = [textOf(result, 'Expiration'), textOf(result, 'EncryptedData')];
  if (!expiration) return lacks('Expiration');
  if (!data || !isBase64(data)) return lacks('EncryptedData');
  return ok({ expiration: expiration.slice(0, 60), bytes: bytesOf(data) });
}
