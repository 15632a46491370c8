import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../shared/result';
import { root } from '../helpers/worlds';

const folder = join(root, 'test', 'fixtures', 'bad');

/** Codes of input and files that no command line and no evidence can give, each with the door that does. */
const otherDoors: Readonly<Record<string, string>> = {
  'input-bad-request': 'only the page can send a request that breaks its shape (test/electron/ipc-server.test.ts)',
  'input-port-in-use': 'the classroom: something else must hold the port while the command runs, which no file does',
  'input-account-missing': 'main’s own address dialog: an account without a name (test/electron/addresses.test.ts)',
  'input-account-here': 'main’s own address dialog: an account for this computer (test/electron/addresses.test.ts)',
  'input-kit-plans': 'two plans for one value in one visit, which takes more than one command (test/kit/of-visit.test.ts)',
  'input-kit-computer': 'a plan of collected files that name no computer, which takes more than one command (test/kit/of-visit.test.ts)',
  'malformed-http': 'a fact of a finding from the seat (test/fixtures/golden/not-http.json)',
  'malformed-encoding': 'a fact of a finding from the seat (test/fixtures/golden/xpress-unasked.json)',
  'malformed-soap': 'a fact of a finding from the seat (test/fixtures/golden/xml-of-another-kind.json)',
};

describe('bad input', () => {
  for (const code of faultCodes.filter((c) => /^(input|malformed)-/.test(c)))
    it(`has a folder for ${code}, or the reason why it has none`, () =>
      expect([existsSync(join(folder, code, 'cases.json')), code in otherDoors]).toContain(true));

  it('has no folder for what is no code, and no reason for what has a folder', () => {
    expect(readdirSync(folder).filter((name) => !(faultCodes as readonly string[]).includes(name))).toEqual([]);
    expect(Object.keys(otherDoors).filter((code) => existsSync(join(folder, code)))).toEqual([]);
  });
});
