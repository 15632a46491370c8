import { describe, expect, it } from 'vitest';
import { readDateTime, readHttpDate } from '../../shared/date-time';
import { getAuthorizationCookie, getConfig, getCookie, probeClientId } from '../../shared/wusp/build';
import { choosePlugIn, readAuthorizationCookie, readConfig, readCookie } from '../../shared/wusp/read';
import { readServiceUrl } from '../../shared/wusp/service-url';
import type { XmlNode } from '../../shared/wusp/soap';
import { isCutOff, readSoap } from '../../shared/wusp/soap';
import { authBody, configBody, cookieBody, faultBody } from '../helpers/iis-server';
import { must } from '../helpers/shell';

const bodyOf = (text: string): XmlNode => {
  const soap = must(readSoap(text));
  if (soap.kind !== 'answer') throw new Error('a fault');
  return soap.body;
};

describe('messages sent', () => {
  it('are the bytes that work against all peers', () => {
    expect(getConfig().body).toBe(
      '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetConfig xmlns="http://www.microsoft.com/SoftwareDistribution/Server/ClientWebService"><protocolVersion>1.8</protocolVersion></GetConfig></soap:Body></soap:Envelope>',
    );
    expect(getConfig().body.length).toBe(286);
  });
  it('quote the SOAPAction', () => {
    for (const { soapAction, operation } of [getConfig(), getAuthorizationCookie()])
      expect(soapAction).toMatch(new RegExp(`^"http://www\\.microsoft\\.com/SoftwareDistribution/Server/\\w+/${operation}"$`));
  });
  it('name one constant client and nothing of this machine', () => {
    expect(getAuthorizationCookie().body).toContain(`<clientId>${probeClientId}</clientId><dnsName>wsus-probe.invalid</dnsName>`);
    expect(Buffer.from(probeClientId.replaceAll('-', ''), 'hex').toString()).toBe('wsus-wizard-prob');
    expect(getAuthorizationCookie()).toEqual(getAuthorizationCookie());
  });
  it('give LastChange back as it came, and escape what a server named', () => {
    const { body } = getCookie({ plugInId: 'a<b>&"', cookieData: 'AAAA', lastChange: '2026-10-04T13:17:07.59Z', currentTime: '2026-11-18T05:05:00.000Z' });
    expect(body).toContain('<PlugInId>a&lt;b&gt;&amp;&quot;</PlugInId>');
    expect(body).toContain('<lastChange>2026-10-04T13:17:07.59Z</lastChange>');
    expect(body).not.toContain('oldCookie');
  });
});

describe('answers read', () => {
  it('whatever the prefixes, the blanks and the declaration', () => {
    const forms = [
      configBody(),
      `<?xml version="1.0" encoding="utf-8"?>\n${configBody()}`,
      configBody().replaceAll('s:', 'soap:').replaceAll('xmlns:s=', 'xmlns:soap='),
      configBody().replaceAll('><', '>\r\n\t<'),
    ];
    for (const form of forms)
      expect(must(readConfig(bodyOf(form)))).toEqual({
        lastChange: '2026-10-04T13:17:07.59Z',
        plugIns: [{ id: 'SimpleTargeting', serviceUrl: 'SimpleAuthWebService/SimpleAuth.asmx' }],
      });
  });
  it('PlugInID in the configuration, PlugInId in a cookie', () => {
    expect(must(readConfig(bodyOf(configBody([{ id: 'A', url: '' }])))).plugIns).toEqual([{ id: 'A', serviceUrl: '' }]);
    expect(must(readAuthorizationCookie(bodyOf(authBody(''))))).toEqual({ plugInId: 'SimpleTargeting', cookieData: '' });
  });
  it('of several plug-ins the one with a ServiceUrl', () => {
    expect(
      choosePlugIn([
        { id: 'PidValidator', serviceUrl: '' },
        { id: 'B', serviceUrl: 'x.asmx' },
      ])?.id,
    ).toBe('B');
    expect(
      choosePlugIn([
        { id: 'PidValidator', serviceUrl: '' },
        { id: 'Anonymous', serviceUrl: '' },
      ])?.id,
    ).toBe('PidValidator');
    expect(choosePlugIn([])).toBeNull();
  });
  for (const bytes of [6, 8, 47, 224, 496, 498])
    it(`a cookie of ${bytes} bytes, of which only the length is kept`, () => {
      const read = must(readCookie(bodyOf(cookieBody('2026-11-18T06:05:00Z', bytes))));
      expect(read).toEqual({ expiration: '2026-11-18T06:05:00Z', bytes });
    });
  for (const [name, text, where] of [
    ['without LastChange', configBody().replace(/<LastChange>.*<\/LastChange>/, ''), 'LastChange'],
    ['of another operation', authBody(), 'GetConfigResult'],
  ] as const)
    it(`GetConfig ${name} is malformed`, () =>
      expect(readConfig(bodyOf(text))).toMatchObject({ ok: false, fault: { code: 'malformed-soap', facts: { where } } }));
  it('a cookie without Expiration, or not base64, is malformed', () => {
    expect(readCookie(bodyOf(cookieBody().replace(/<Expiration>.*<\/Expiration>/, '')))).toMatchObject({
      ok: false,
      fault: { facts: { where: 'Expiration' } },
    });
    expect(readCookie(bodyOf(cookieBody().replace(/<EncryptedData>.*<\/EncryptedData>/, '<EncryptedData>%</EncryptedData>')))).toMatchObject({ ok: false });
  });
});

describe('faults read', () => {
  it('with ErrorCode in detail, whose children have no namespace', () =>
    expect(must(readSoap(faultBody('InvalidParameters')))).toEqual({
      kind: 'fault',
      faultCode: 's:Client',
      errorCode: 'InvalidParameters',
      text: 'Fault occurred',
    }));
  it('without detail', () =>
    expect(must(readSoap(faultBody(null, 'a:InternalServiceFault')))).toMatchObject({ kind: 'fault', faultCode: 'a:InternalServiceFault', errorCode: null }));
});

describe('what is refused', () => {
  for (const [name, text, code] of [
    ['a DTD', `<!DOCTYPE x [<!ENTITY a "b">]>${configBody()}`, 'malformed-doctype'],
    ['an answer that is cut', configBody().slice(0, -30), 'malformed-xml'],
    ['nothing', '', 'malformed-xml'],
    ['another kind of XML', '<rss/>', 'malformed-soap'],
    ['an empty body', '<Envelope><Body/></Envelope>', 'malformed-soap'],
    ['too deep', `<Envelope><Body>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</Body></Envelope>`, 'malformed-soap'],
    ['too many elements', `<Envelope><Body>${'<a/>'.repeat(30_000)}</Body></Envelope>`, 'malformed-soap'],
  ] as const)
    it(name, () => expect(readSoap(text)).toMatchObject({ ok: false, fault: { code } }));
  it('a cut envelope is told from one that is not well formed', () => {
    expect(isCutOff(configBody().slice(0, -5))).toBe(true);
    expect(isCutOff(`${configBody()}\r\n`)).toBe(false);
    expect(isCutOff('<html></html>')).toBe(false);
  });
});

describe('ServiceUrl', () => {
  const origin = 'http://srv:8530';
  for (const [text, want] of [
    ['', { kind: 'none' }],
    ['SimpleAuthWebService/SimpleAuth.asmx', { kind: 'path', path: '/SimpleAuthWebService/SimpleAuth.asmx' }],
    ['/SimpleAuthWebService/SimpleAuth.asmx', { kind: 'path', path: '/SimpleAuthWebService/SimpleAuth.asmx' }],
    ['http://SRV:8530/SimpleAuthWebService/SimpleAuth.asmx', { kind: 'path', path: '/SimpleAuthWebService/SimpleAuth.asmx' }],
    ['http://other.invalid/a.asmx', { kind: 'elsewhere', host: 'other.invalid' }],
    ['https://srv:8530/a.asmx', { kind: 'elsewhere', host: 'srv' }],
    ['http://srv:8530@other.invalid/a.asmx', { kind: 'elsewhere', host: 'other.invalid' }],
    ['//other.invalid/a.asmx', { kind: 'elsewhere', host: 'other.invalid' }],
    ['\\\\other.invalid\\a.asmx', { kind: 'elsewhere', host: 'other.invalid' }],
    ['javascript:alert(1)', { kind: 'elsewhere', host: null }],
    ['a/../../b.asmx', { kind: 'elsewhere', host: null }],
    ['a b.asmx', { kind: 'elsewhere', host: null }],
    ['DssAuthWebService/DssAuthWebService.asmx', { kind: 'elsewhere', host: null }],
  ] as const)
    it(`"${text}" is ${want.kind}`, () => expect(readServiceUrl(text, origin)).toEqual(want));
});

describe('times', () => {
  for (const [text, iso, zoned] of [
    ['2026-10-04T13:17:07.59Z', '2026-10-04T13:17:07.590Z', true],
    ['2026-10-04T15:49:04.9425733Z', '2026-10-04T15:49:04.942Z', true],
    ['2026-10-04T15:49:04.098198', '2026-10-04T15:49:04.098Z', false],
    ['2026-10-04T15:49:04.125925+00:00', '2026-10-04T15:49:04.125Z', true],
    ['2026-10-04T15:49:04-05:30', '2026-10-04T21:19:04.000Z', true],
  ] as const)
    it(`${text}`, () => expect(readDateTime(text)).toEqual({ ms: Date.parse(iso), zoned }));
  for (const text of ['', 'tomorrow', '2026-13-04T15:49:04Z', '2026-10-04', '2026-10-04T15:49:04 Z'])
    it(`"${text}" is none`, () => expect(readDateTime(text)).toBeNull());
  it('the Date header', () => {
    expect(readHttpDate('Sun, 04 Oct 2026 14:49:04 GMT')).toBe(Date.parse('2026-10-04T14:49:04Z'));
    expect([readHttpDate(''), readHttpDate('2026-10-04T14:49:04Z')]).toEqual([null, null]);
  });
});
