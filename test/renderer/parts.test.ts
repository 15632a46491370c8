import { describe, expect, it } from 'vitest';
import { halfWidth, readTold, showTold } from '../../renderer/components/half-width';
import { drawn, partsOf, rangeOf, showAddress } from '../../renderer/components/space';
import { stepsTexts } from '../../shared/messages/pages';
import { say } from '../../shared/messages/text';
import { seen } from './fake-data';

describe('the picture of the address space', () => {
  it('joins neighbours that are decided alike and covers the whole space', () => {
    const parts = partsOf(seen('W3SVC/1/ROOT/Selfupdate').space);
    expect(parts.map((p) => [showAddress(p.from), showAddress(p.to), p.admitted])).toEqual([
      ['0.0.0.0', '127.0.0.0', false],
      ['127.0.0.1', '127.0.0.1', true],
      ['127.0.0.2', '192.168.15.255', false],
      ['192.168.16.0', '192.168.16.255', true],
      ['192.168.17.0', '255.255.255.255', false],
    ]);
    const widths = drawn(parts);
    expect(widths.reduce((sum, p) => sum + p.width, 0)).toBeCloseTo(100);
    expect(Math.min(...widths.map((p) => p.width))).toBeGreaterThan(4);
  });

  it('takes nothing for a range that is none', () => {
    for (const text of ['', '1.2.3', '1.2.3.256/24', '1.2.3.4/33', '2001:db8::/32', '10.0.0.0/255.0.255.0']) expect(rangeOf(text)).toBeNull();
  });
});

describe('what a person types', () => {
  it('becomes half width, with Japanese commas and stops, and the yen sign a backslash', () => {
    expect(halfWidth('１０．０。０．５　')).toBe('10.0.0.5 ');
    expect(halfWidth('ＣＯＮＴＯＳＯ¥ａｄｍｉｎ ￥')).toBe('CONTOSO\\admin \\');
    expect(readTold('10.0.0.0/8、10.1.2.3＝受付\n')).toEqual({ subnets: ['10.0.0.0/8'], clients: [{ address: '10.1.2.3', name: '受付' }] });
  });

  it('is shown as it would be typed again', () => {
    const told = { subnets: ['10.0.0.0/8'], clients: [{ address: '10.1.2.3', name: 'PC1' }, { address: '10.1.2.4' }] };
    expect(readTold(showTold(told))).toEqual(told);
  });
});

describe('the summary', () => {
  const none = { problem: 0, warning: 0, wait: 0, note: 0, unknown: 0 };
  it('counts what is open', () => {
    expect(say(stepsTexts.summary, 'en', { ...none, problem: 2, wait: 1, unknown: 3 })).toBe('2 problems, 1 thing to wait for, 3 could not be checked.');
    expect(say(stepsTexts.summary, 'ja', { ...none, problem: 2, wait: 1, unknown: 3 })).toBe('問題 2 件、待機中 1 件、未確認 3 件です。');
  });

  it('says that nothing is broken when only notes and waits are left', () => {
    expect(say(stepsTexts.summary, 'en', none)).toBe('Nothing is broken.');
    expect(say(stepsTexts.summary, 'en', { ...none, note: 1 })).toBe('Nothing is broken (1 note).');
    expect(say(stepsTexts.summary, 'ja', { ...none, wait: 1 })).toBe('異常ではありません。完了までお待ちください (待機中 1 件)。');
  });
});
