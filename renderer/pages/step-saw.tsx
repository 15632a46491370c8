/** The evidence of a step, read when the page appears: lists in force, the address space, who is refused, the answers used. */
import { useState } from 'react';
import type { Finding } from '../../shared/diagnose';
import type { SeenNode } from '../../shared/ipc';
import { seenTexts, stepTexts } from '../../shared/messages/pages';
import { AddressSpace } from '../components/address-space';
import { ContentProgress } from '../components/content-progress';
import { factsView } from '../components/facts-view';
import { FaultBar } from '../components/message-bar';
import { ProbeList } from '../components/probe-list';
import { RefusedTable } from '../components/refused-table';
import { SeatsTable, seatsOf } from '../components/seats-table';
import { Fold, Section } from '../components/section';
import { SeenNodeView } from '../components/seen-node';
import { useSpeaker } from '../i18n';
import { useLoaded } from '../load';
import { useStore } from '../store';
import { ClientLogs, RefusedInLogs } from './step-logs';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

function Refused({ open, check }: { open: string; check: string }) {
  const { t } = useSpeaker();
  const [from, setFrom] = useState(0);
  const { value, fault } = useLoaded('visit.refused', { visit: open, check, from });
  if (fault) return <FaultBar fault={fault} />;
  if (!value || value.total === 0) return null;
  return (
    <Fold title={t(seenTexts.refused, { total: value.total })}>
      <RefusedTable page={value} onFrom={setFrom} />
    </Fold>
  );
}

/** Nodes with something to draw: not everybody admitted; of those that look the same, the first. */
const picturedOf = (nodes: readonly SeenNode[]): SeenNode[] =>
  nodes
    .filter((n) => n.space.some((part) => part.admitted !== true))
    .filter((n, i, all) => all.findIndex((o) => JSON.stringify(o.space) === JSON.stringify(n.space)) === i);

export function Saw({ finding }: { finding: Finding }) {
  const { t } = useSpeaker();
  const open = useStore((s) => s.open);
  const looks = useStore((s) => s.visit?.looks) ?? [];
  const { value, fault } = useLoaded('visit.saw', open ? { visit: open, check: finding.check } : null);
  const networks = listOf(finding.facts.subnets);
  const named = listOf(finding.facts.nodes);
  const refusing = (node: SeenNode) => named.includes(node.node);
  const nodes = [...(value?.nodes ?? [])].sort((a, b) => Number(refusing(b)) - Number(refusing(a)));
  const pictured = picturedOf(nodes);
  const refuses = finding.verdict === 'fail' && typeof finding.facts.refused === 'object';
  const shown = factsView(finding);
  const seats = seatsOf(finding.facts.seats);
  const empty = value !== null && shown === null && seats.length === 0 && value.nodes.length + value.probes.length + networks.length === 0;
  if (!open || empty || (!value && !fault)) return null;
  return (
    <Section title={t(stepTexts.saw)}>
      <div className="stack">
        <FaultBar fault={fault} />
        {shown}
        {seats.length > 0 && <SeatsTable seats={seats} />}
        {finding.facts.done !== undefined && <ContentProgress looks={looks} />}
        {networks.length > 0 && (
          <p>
            {t(seenTexts.refusedNetworks)}:{' '}
            {networks.map((cidr) => (
              <code key={cidr} className="marked">
                {cidr}
              </code>
            ))}
          </p>
        )}
        {nodes.map((node) => (
          <SeenNodeView key={node.node} node={node}>
            {pictured.includes(node) && <AddressSpace node={node} networks={refusing(node) ? networks : []} />}
          </SeenNodeView>
        ))}
        {finding.check === 'clients-refused-in-log' && <RefusedInLogs open={open} />}
        {finding.check === 'client-log-errors' && <ClientLogs open={open} />}
        {refuses && finding.check !== 'clients-refused-in-log' && <Refused open={open} check={finding.check} />}
        {value && value.probes.length > 0 && (
          <Fold title={t(stepTexts.answersUsed)}>
            <ProbeList probes={value.probes} />
          </Fold>
        )}
      </div>
    </Section>
  );
}
