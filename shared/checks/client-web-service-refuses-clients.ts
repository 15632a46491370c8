import { defineCheck } from '../check';
import { refusalNeeds, refusalUses, refusalVerdict } from '../refusal';

/** The client protocol itself refused. */
export const clientWebServiceRefusesClients = defineCheck({
  id: 'client-web-service-refuses-clients',
  needs: refusalNeeds,
  uses: refusalUses,
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1', 'kb248043'],
  evaluate: (answers, used) => refusalVerdict(['ClientWebService'], answers, used),
});
