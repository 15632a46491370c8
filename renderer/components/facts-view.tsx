/** Facts of a finding that words alone do not carry: clients by name, the same id on several PCs, how far a download is. */
import type { Finding } from '../../shared/diagnose';
import { bytesText } from '../../shared/messages/checks';
import { appTexts, seenTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';

type Facts = Finding['facts'];
const namesOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

interface SharedId {
  readonly id: string;
  readonly clients: number;
  readonly names: readonly string[];
}
const idsOf = (value: unknown): SharedId[] =>
  Array.isArray(value) ? value.filter((v): v is SharedId => typeof v === 'object' && v !== null && typeof v.id === 'string' && Array.isArray(v.names)) : [];

function Names({ names, total }: { names: readonly string[]; total: number }) {
  const { t } = useSpeaker();
  return (
    <ul className="names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {total > names.length && <li className="quiet-text">{t(appTexts.more, { count: total - names.length })}</li>}
    </ul>
  );
}

/** How many bytes are there, as a bar with its numbers in words. */
function Download({ facts }: { facts: Facts }) {
  const { t, at } = useSpeaker();
  const [done, total, rate, free] = [numberOf(facts.done), numberOf(facts.total), numberOf(facts.rate), numberOf(facts.free)];
  if (done === null || total === null || total <= 0) return null;
  const percent = Math.min(99, Math.floor((done / total) * 100));
  const label = t(seenTexts.downloaded, { done: bytesText(done), total: bytesText(total), percent: done >= total ? 100 : percent });
  const terms = [
    ...(rate !== null && rate > 0 ? [[t(seenTexts.rate), t(seenTexts.perSecond, { rate: bytesText(rate) })]] : []),
    ...(typeof facts.finishAt === 'string' ? [[t(seenTexts.finishAt), at(facts.finishAt)]] : []),
    ...(free !== null ? [[t(seenTexts.free), bytesText(free)]] : []),
  ];
  return (
    <div className="stack">
      <p>{label}</p>
      <progress max={total} value={done} aria-label={label} />
      {terms.length > 0 && (
        <dl className="terms">
          {terms.map(([name, value]) => (
            <div key={name} className="term">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function SharedIds({ ids }: { ids: readonly SharedId[] }) {
  const { t } = useSpeaker();
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{t(seenTexts.clientId)}</th>
            <th>{t(seenTexts.clients)}</th>
          </tr>
        </thead>
        <tbody>
          {ids.map(({ id, clients, names }) => (
            <tr key={id}>
              <td>
                <code>{id}</code>
              </td>
              <td>
                <Names names={names} total={clients} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Null where there is nothing of the kind to show. */
export function factsView({ facts }: Finding) {
  const ids = idsOf(facts.ids);
  const names = namesOf(facts.names);
  if (ids.length > 0) return <SharedIds ids={ids} />;
  if (names.length > 0) return <Names names={names} total={numberOf(facts.clients) ?? names.length} />;
  return numberOf(facts.done) !== null && numberOf(facts.total) !== null ? <Download facts={facts} /> : null;
}
