import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/checks/index';
import type { Finding } from '../../shared/diagnose';
import { diagnose } from '../../shared/diagnose';
import { checkTexts } from '../../shared/messages/checks';
import { langs, say } from '../../shared/messages/text';
import { tableOf } from '../helpers/table';
import { cases, secondLook } from './content-still-downloading.cases';

const id = 'content-still-downloading';
tableOf(id, cases);

/** What a row tells people, in both languages. */
function told(row: (typeof cases)[number] | undefined): string[] {
  if (!row) throw new Error('no such row');
  const snapshot = { schema: 'test', takenAt: '2026-11-18T05:05:00.000Z', entries: [], answers: row.answers };
  const { findings } = diagnose(
    snapshot as never,
    checks.filter((c) => c.id === id),
    (row.earlier as never) ?? null,
  );
  const { facts } = findings[0] as Finding;
  return langs.map((lang) => say(checkTexts[id].detail, lang, facts));
}

describe('what is told of the download', () => {
  it('says how fast it goes and about how long, as scenarios.md has it', () =>
    expect(told(secondLook)).toEqual([
      '6.1 GB of 17.0 GB are there, 10.9 GB left. 106 KB/s, about 30 h 7 min to go.',
      '17.0 GB 中 6.1 GB 完了、残り 10.9 GB です。速度 106 KB/秒、完了まで約 30 時間 7 分 です。',
    ]));
  it('says at the first look that movement shows at the next', () =>
    expect(told(cases.find((c) => c.name.startsWith('the first look')))).toEqual([
      '6.0 GB of 17.0 GB are there, 11.0 GB left. How fast it goes shows at the next look, ten minutes from now or later.',
      '17.0 GB 中 6.0 GB 完了、残り 11.0 GB です。速度は、10 分以上後の次回の診断でわかります。',
    ]));
  it('says that nothing moved', () =>
    expect(told(cases.find((c) => c.name.startsWith('nothing came')))[0]).toBe(
      '6.0 GB of 17.0 GB are there, 11.0 GB left. Nothing moved since the look before; look again later.',
    ));
});
