import { defineCheck } from '../check';
import { refusalNeeds, refusalUses, refusalVerdict } from '../refusal';

/** Self-update refused: the agent stops before any SOAP request (wusp.md 2). */
export const selfupdateRefusesClients = defineCheck({
  id: 'selfupdate-refuses-clients',
  needs: refusalNeeds,
  uses: refusalUses,
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1', 'wsus-self-update', 'kb248043'],
  evaluate: (answers, used) => refusalVerdict(['Selfupdate'], answers, used),
});
