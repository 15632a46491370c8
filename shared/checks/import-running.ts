import { defineCheck, fail, pass, unknown } from '../check';

/** wsusutil.exe stops Update Services while it works, and the database checks content for hours afterwards (domain.md 0.10). */
export const importRunning = defineCheck({
  id: 'import-running',
  needs: ['services'],
  uses: [],
  severity: 'wait',
  grade: 'vendor-doc',
  sources: ['wsus-import'],
  evaluate({ services }) {
    const { wsusutil } = services;
    if (wsusutil?.outcome !== 'ok') return unknown({ program: 'wsusutil.exe' }, wsusutil?.fault);
    return wsusutil.value.running ? fail({ program: 'wsusutil.exe', since: wsusutil.value.since }) : pass;
  },
});
