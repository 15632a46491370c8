/** The printed schemas are made from the code, and are the ones in docs/schemas. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../electron/docs';
import { root } from '../helpers/worlds';

test('docs/schemas holds exactly what npm run docs writes', () => {
  const folder = join(root, 'docs', 'schemas');
  const files = schemaFiles();
  expect(readdirSync(folder).sort()).toEqual(files.map((f) => f.name).sort());
  for (const { name, text } of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
});
