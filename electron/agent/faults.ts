/** What can go wrong, as codes of shared/result.ts. HRESULTs: domain.md 11 (recollection) and winerror.h. */

interface AgentFault {
  code: string;
  facts: any;
}

var faultOfHresult: { [hresult: string]: string } = {
  '80070005': 'denied-dcom',
  '800706BA': 'unreachable-rpc',
  '800706BF': 'unreachable-rpc',
  '80041003': 'denied-wmi',
  '8004100E': 'probe-namespace-missing',
  '80041010': 'probe-class-missing',
  '80041002': 'probe-object-missing',
  '80041064': 'probe-local-credentials',
  '8007052E': 'denied-password',
  '80070523': 'denied-password',
  '80070775': 'denied-account-locked',
  '80070533': 'denied-account-unusable',
  '80070701': 'denied-account-unusable',
  '80070532': 'denied-account-unusable',
  '80070773': 'denied-account-unusable',
  '8007052F': 'denied-account-unusable',
  '80070530': 'denied-account-unusable',
  '80070569': 'denied-account-unusable',
  '80070576': 'denied-clock-apart',
  '800A01AD': 'probe-component-missing'
};

/** Logons that a second try would only count against the account. */
var refusedLogons = ['denied-password', 'denied-account-locked', 'denied-account-unusable'];

function refuse(code: string, facts: any): never {
  throw { wizard: { code: code, facts: facts } };
}

/** 32 bits in hex; JScript gives HRESULTs as negative numbers. */
function hresultOf(error: any): string {
  if (!error || typeof error.number !== 'number') return '';
  var text = (error.number < 0 ? error.number + 4294967296 : error.number).toString(16).toUpperCase();
  while (text.length < 8) text = '0' + text;
  return text;
}

/** A throw as a fault; `what`: what was asked for. */
function faultOf(error: any, what: string): AgentFault {
  if (error && error.wizard) return error.wizard;
  var hresult = hresultOf(error);
  var known = faultOfHresult[hresult];
  var text = String((error && (error.description || error.message)) || '').slice(0, 160);
  if (known) return { code: known, facts: { hresult: '0x' + hresult, what: what } };
  return { code: 'probe-com-error', facts: { hresult: hresult === '' ? '' : '0x' + hresult, what: what, text: text } };
}

function outcomeOf(fault: AgentFault): string {
  if (fault.code.slice(0, 7) === 'denied-') return 'denied';
  return fault.code === 'probe-wsus-missing' ? 'missing' : 'failed';
}

/** One item that may fail alone, as a Collected (shared/probe.ts). */
function collectedOf(what: string, make: () => any): any {
  try {
    return { outcome: 'ok', value: make() };
  } catch (error) {
    var fault = faultOf(error, what);
    return { outcome: outcomeOf(fault), fault: fault };
  }
}

/** What fails in here adds nothing. */
function quietly(make: () => void): void {
  try {
    make();
  } catch (_error) {
    return;
  }
}
