/** Writes the JSON Schemas of the printed documents into docs/schemas (npm run docs). */
import * as fs from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { documents } from '../shared/documents';

/** File name and text of each schema. */
export const schemaFiles = (): { name: string; text: string }[] =>
  Object.entries(documents).map(([name, schema]) => ({
    name: `${name.replace('/', '-')}.json`,
    text: `${JSON.stringify({ $id: `wsus-wizard/${name}`, ...z.toJSONSchema(schema as z.ZodMiniType, { unrepresentable: 'any' }) }, null, 2)}\n`,
  }));

export function writeDocs(root: string): void {
  const folder = join(root, 'docs', 'schemas');
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, text } of schemaFiles()) fs.writeFileSync(join(folder, name), text);
}
