/** What the logs say, on the step pages of the two checks of logs. */
import { useState } from 'react';
import { logPageTexts } from '../../shared/messages/log-pages';
import { ClientTimeline } from '../components/client-timeline';
import { LogsRead } from '../components/logs-read';
import { FaultBar } from '../components/message-bar';
import { RefusalsOverTime } from '../components/refusals-over-time';
import { RefusalsTable } from '../components/refusals-table';
import { Fold } from '../components/section';
import { useSpeaker } from '../i18n';
import { useLoaded } from '../load';

export function RefusedInLogs({ open }: { open: string }) {
  const { t } = useSpeaker();
  const [from, setFrom] = useState(0);
  const { value, fault } = useLoaded('visit.logs', { visit: open, from });
  if (fault) return <FaultBar fault={fault} />;
  if (!value || value.total === 0) return null;
  return (
    <>
      <RefusalsOverTime days={value.days} />
      <Fold title={t(logPageTexts.refused, { total: value.total })}>
        <RefusalsTable page={value} onFrom={setFrom} />
      </Fold>
      <Fold title={t(logPageTexts.files, { total: value.files.length })}>
        <LogsRead files={value.files} />
      </Fold>
    </>
  );
}

export function ClientLogs({ open }: { open: string }) {
  const [client, setClient] = useState(0);
  const [from, setFrom] = useState(0);
  const { value, fault } = useLoaded('visit.client-log', { visit: open, client, from });
  const choose = (next: number) => {
    setClient(next);
    setFrom(0);
  };
  if (fault) return <FaultBar fault={fault} />;
  return value ? <ClientTimeline page={value} chosen={client} onClient={choose} onFrom={setFrom} /> : null;
}
