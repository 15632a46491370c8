import { defineCheck } from '../check';
import { refusalNeeds, refusalUses, refusalVerdict } from '../refusal';

/** With WSUS in the default site the other vroots inherit the restriction too; the release note names only two. */
export const otherVrootsRefuseClients = defineCheck({
  id: 'other-vroots-refuse-clients',
  needs: refusalNeeds,
  uses: refusalUses,
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'inference',
  sources: ['wsus-services', 'kb248043', 'iis6-metabase-inheritance'],
  evaluate: (answers, used) => refusalVerdict(['SimpleAuthWebService', 'ReportingWebService', 'Content'], answers, used),
});
