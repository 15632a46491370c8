/** One message of the update protocol. POST follows no redirect, and only the three messages of shared/wusp/build can be sent. */
import { pageOf, subStatusOf } from '../../shared/page';
import type { PostAnswer } from '../../shared/probes/cookie';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Message } from '../../shared/wusp/build';
import type { XmlNode } from '../../shared/wusp/soap';
import { isCutOff, readSoap } from '../../shared/wusp/soap';
import { textOfBody, unpacked } from './body';
import type { Origin } from './fetch-door';
import { targetOf } from './fetch-door';
import { headerOf } from './headers';
import { plainHeaders } from './identity';
import type { Raw, Way } from './send';
import { keptBytes, send } from './send';

export interface Posted {
  readonly answer: PostAnswer;
  /** The element of the body, where the answer is one. */
  readonly body: XmlNode | null;
}

const isXml = (contentType: string | null): boolean => contentType === null || /^text\/xml\b/i.test(contentType);

interface Read {
  readonly soap: PostAnswer['soap'];
  readonly errorCode: string | null;
  readonly faultCode: string | null;
  readonly problem: Fault | null;
  readonly body: XmlNode | null;
}
const nothing = (problem: Fault | null): Read => ({ soap: 'none', errorCode: null, faultCode: null, problem, body: null });

/** What the body is. An agent reads text/xml only, so SOAP in text/html is none. A fault is one with any status. */
function readBody(text: string, contentType: string | null, status: number, url: string): Read {
  const soap = readSoap(text);
  if (!soap.ok) {
    const html = /<html\b/i.test(text.slice(0, 4096)) || text.trim() === '';
    return nothing(html ? null : { ...soap.fault, facts: { ...soap.fault.facts, file: url } });
  }
  if (!isXml(contentType)) return nothing(fault('malformed-soap', { where: `Content-Type ${contentType}` }));
  if (soap.value.kind === 'fault') return { ...nothing(null), soap: 'fault', errorCode: soap.value.errorCode, faultCode: soap.value.faultCode };
  return status === 200 ? { ...nothing(null), soap: 'answer', body: soap.value.body } : nothing(null);
}

function postedOf(raw: Raw, host: string, url: string): Result<Posted> {
  const bytes = unpacked(raw, host);
  const over = raw.over || (!bytes.ok && bytes.fault.code === 'too-large-answer');
  if (!bytes.ok && !over) return bytes;
  const text = bytes.ok ? textOfBody(bytes.value) : '';
  const whole = raw.headers['content-length'] !== undefined || /chunked/i.test(String(raw.headers['transfer-encoding'] ?? ''));
  // Without a length only the XML itself tells that the end is missing (wusp.md 6.5).
  if (!whole && !over && isCutOff(text)) return failed('unreachable-cut', { host });
  const contentType = headerOf(raw.headers, 'content-type', 100);
  const read = over ? nothing(fault('too-large-answer', { host, limit: keptBytes })) : readBody(text, contentType, raw.status, url);
  const to = targetOf(raw, url);
  const answer: PostAnswer = {
    status: raw.status,
    subStatus: read.soap === 'none' ? subStatusOf(text, raw.status) : null,
    server: headerOf(raw.headers, 'server', 100),
    contentType,
    location: to ? `${to.protocol}//${to.host}${to.pathname}`.slice(0, 300) : null,
    page: read.soap === 'none' ? pageOf(text, contentType) : null,
    date: headerOf(raw.headers, 'date', 60),
    soap: read.soap,
    errorCode: read.errorCode,
    faultCode: read.faultCode,
    problem: read.problem,
  };
  return ok({ answer, body: read.body });
}

export async function post(message: Message, path: string, origin: Origin, url: string, way: Way): Promise<Result<Posted>> {
  const headers = { ...plainHeaders, 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: message.soapAction };
  const sent = await send({ ...origin, method: 'POST', path, headers, body: message.body }, way);
  return sent.ok ? postedOf(sent.value, origin.host, url) : sent;
}
