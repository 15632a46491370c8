/** What a client's registry export says of its Windows Update identity and policy (domain.md 6). */
import type { Collected } from '../probe';
import { got, lost } from '../probe';
import type { AnswerOf } from '../probes/index';
import { fault } from '../result';
import type { RegFile } from './reg-file';
import { regHasKey, regText, regValue, toHex } from './reg-file';

const update = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate';
const policies = 'SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
const computerName = 'SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName';
const activeName = 'SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName';
const windows = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

export interface ClientReg {
  readonly name: string;
  /** False: the export names no computer, `name` is the file's. */
  readonly named: boolean;
  readonly identity: AnswerOf<'client-identities'>['clients'][number]['identity'];
  readonly policy: AnswerOf<'client-policies'>['clients'][number]['policy'];
}

/** Whether an export holds anything of a client. */
export const isClientReg = (file: RegFile): boolean => regHasKey(file, update) || regHasKey(file, policies);

const notIn = (what: string) => lost('missing', fault('probe-not-in-evidence', { what }));

/** An identity is only told where its key was exported, and the text of a value only with its right type. */
function identityOf(file: RegFile): Collected<ClientReg['identity'] extends Collected<infer T> ? T : never> {
  if (file.cut) return lost('failed', fault('malformed-text', { what: 'reg' }));
  if (!regHasKey(file, update)) return notIn('WindowsUpdate');
  const validation = regValue(file, update, 'SusClientIdValidation');
  const version = regText(regValue(file, windows, 'CurrentVersion'));
  const build = regText(regValue(file, windows, 'CurrentBuildNumber')) ?? regText(regValue(file, windows, 'CurrentBuild'));
  return got({
    system: version && build ? `${version}.${build}` : null,
    agent: null,
    susClientId: regText(regValue(file, update, 'SusClientId')),
    validation: validation?.type === 'hex' && validation.kind === '' ? toHex(validation.bytes) : null,
    pingId: regText(regValue(file, update, 'PingID')),
    accountDomainSid: regText(regValue(file, update, 'AccountDomainSid')),
    wuauserv: null,
  });
}

/** Where each policy value lies, and the type Windows takes for it. */
const policyTypes = [
  { key: policies, name: 'WUServer', shown: 'WUServer', wanted: 'sz' },
  { key: policies, name: 'WUStatusServer', shown: 'WUStatusServer', wanted: 'sz' },
  { key: `${policies}\\AU`, name: 'UseWUServer', shown: 'AU\\UseWUServer', wanted: 'dword' },
] as const;
const typeNames: Readonly<Record<string, string>> = { sz: 'REG_SZ', dword: 'REG_DWORD', hex: 'REG_BINARY' };

const wrongTypes = (file: RegFile): { name: string; type: string }[] =>
  policyTypes.flatMap(({ key, name, shown, wanted }) => {
    const value = regValue(file, key, name);
    return value && value.type !== wanted ? [{ name: shown, type: typeNames[value.type] ?? value.type }] : [];
  });

/** Windows ignores a policy value of the wrong type, so it counts as absent. */
function policyOf(file: RegFile): ClientReg['policy'] {
  if (file.cut) return lost('failed', fault('malformed-text', { what: 'reg' }));
  if (!regHasKey(file, policies) && !regHasKey(file, `${policies}\\AU`)) return notIn('policies');
  const use = regValue(file, `${policies}\\AU`, 'UseWUServer');
  const text = (name: string) => {
    const value = regValue(file, policies, name);
    return value?.type === 'sz' ? value.text : null;
  };
  return got({
    wuServer: text('WUServer'),
    wuStatusServer: text('WUStatusServer'),
    useWuServer: use?.type === 'dword' ? use.number === 1 : null,
    domainMember: null,
    ignored: wrongTypes(file),
  });
}

export function clientOf(file: RegFile, path: string): ClientReg {
  const name = regText(regValue(file, computerName, 'ComputerName')) ?? regText(regValue(file, activeName, 'ComputerName'));
  return { name: name || path, named: !!name, identity: identityOf(file), policy: policyOf(file) };
}

/** SusClientIdValidation: byte 0 = offset of a UTF-16LE text, byte 2 = its length in bytes; the text is a hardware serial (two public decoders agree). */
export function hardwareSerial(hex: string): string | null {
  const bytes = hex.match(/../g)?.map((b) => Number.parseInt(b, 16)) ?? [];
  const [offset = 0, , length = 0] = bytes;
  if (bytes.length < 3 || offset + length > bytes.length) return null;
  let text = '';
  for (let i = offset; i + 1 < offset + length; i += 2) text += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return text.trim();
}
