/** Main's own dialog: which server, with which account, by which way; and what will be asked, before it is. */
import { type SubmitEvent, useState } from 'react';
import type { AddressAnswer, AddressQuestion } from '../../shared/address-question';
import { addressTexts } from '../../shared/messages/address-pages';
import { appTexts } from '../../shared/messages/pages';
import type { Fault } from '../../shared/result';
import { AccountFields } from '../components/account-fields';
import { FaultBar } from '../components/message-bar';
import { AddressField, ProxyChoice } from '../components/network-fields';
import type { WindowsDraft } from '../components/windows-fields';
import { WindowsFields } from '../components/windows-fields';
import { useSpeaker } from '../i18n';

/** The name of the row that a server may keep (electron/http sends no other). */
const probeRow = 'wsus-probe.invalid';
const thisComputer = 'windows';

function Asks({ question, remote }: { question: AddressQuestion; remote: boolean }) {
  const { t } = useSpeaker();
  return (
    <section className="card stack">
      <h2>{t(addressTexts.asks)}</h2>
      {question.kind === 'network' && <p>{t(addressTexts.asksNetwork)}</p>}
      {question.kind === 'windows' && <p>{t(addressTexts.asksWindows)}</p>}
      {remote && <p>{t(addressTexts.asksRemote)}</p>}
      <p>
        {t(addressTexts.asksRow)} <code>{probeRow}</code>
      </p>
    </section>
  );
}

const first = ({ kind, address, user }: AddressQuestion): WindowsDraft => ({
  remote: kind !== 'network' && address !== null && address !== thisComputer,
  host: '',
  own: user !== '',
  account: { user, password: '' },
});

/** What is sent to main; only what the dialog shows. */
function answerOf({ kind }: AddressQuestion, address: string, windows: WindowsDraft, throughProxy: boolean): AddressAnswer {
  if (kind === 'network') return { address, account: null, throughProxy };
  const typed = kind === 'password' || (windows.remote && windows.own);
  return { address: windows.remote ? windows.host : '', account: typed ? windows.account : null, throughProxy: false };
}

interface Props {
  readonly question: AddressQuestion;
  readonly onAnswer: (answer: AddressAnswer) => Promise<Fault | null>;
  readonly onClose: () => void;
}

export function AddressDialog({ question, onAnswer, onClose }: Props) {
  const { t } = useSpeaker();
  const [address, setAddress] = useState('');
  const [windows, setWindows] = useState(first(question));
  const [throughProxy, setThroughProxy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { kind, proxies } = question;
  const fixed = question.address !== null;
  const shown = question.address === thisComputer ? t(addressTexts.here) : question.address;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setFault(null);
    setFault(await onAnswer(answerOf(question, address, windows, throughProxy)));
  };
  return (
    <main className="address-dialog">
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <h1>{t(fixed && kind !== 'password' ? addressTexts.again : addressTexts[kind])}</h1>
        <FaultBar fault={fault} />
        {shown !== null && (
          <p>
            <code className="strong">{shown}</code>
          </p>
        )}
        {kind === 'network' && !fixed && <AddressField value={address} onChange={setAddress} />}
        {kind === 'network' && <ProxyChoice proxies={proxies} throughProxy={throughProxy} onChange={setThroughProxy} />}
        {kind === 'windows' && <WindowsFields draft={windows} fixed={fixed} onChange={setWindows} />}
        {kind === 'password' && <AccountFields account={windows.account} fixed onChange={(account) => setWindows({ ...windows, account })} />}
        {kind !== 'password' && <Asks question={question} remote={kind === 'windows' && windows.remote} />}
        <div className="actions end">
          <button type="submit" className="accent">
            {t(kind === 'password' ? addressTexts.keep : addressTexts.ok)}
          </button>
          <button type="button" onClick={onClose}>
            {t(appTexts.cancel)}
          </button>
        </div>
      </form>
    </main>
  );
}
