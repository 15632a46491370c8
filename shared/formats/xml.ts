/** Reads XML by events. A doctype is refused, so no entity can be defined and nothing expands. */
import { SaxesParser } from 'saxes';
import type { Result } from '../result';
import { failed, ok } from '../result';

export interface Element {
  readonly name: string;
  /** Attribute values as written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Names from the root to here, this one included. */
  readonly path: readonly string[];
}

class Refused extends Error {}

/** Calls `open` and `close` for each element, and `text` for what stands between them; a document that is not well formed is a fault, whatever was told before. */
export function readXml(text: string, told: { open(element: Element): void; close(element: Element): void; text?(text: string): void }): Result<null> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: Element[] = [];
  let fault: Result<null> | null = null;
  parser.on('doctype', () => {
    fault = failed('malformed-doctype', {});
    throw new Refused();
  });
  parser.on('error', (error) => {
    fault = failed('malformed-xml', { line: parser.line, column: parser.column, text: error.message.slice(0, 160) });
    throw new Refused();
  });
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, path: [...(stack.at(-1)?.path ?? []), tag.name] };
    stack.push(element);
    told.open(element);
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    if (element) told.close(element);
  });
  if (told.text) {
    parser.on('text', (piece) => told.text?.(piece));
    parser.on('cdata', (piece) => told.text?.(piece));
  }
  try {
    // Old IIS writes `<?xml version ="1.0"?>`; the declaration carries nothing we need.
    parser.write(text.replace(/^\uFEFF?<\?xml[^>]*\?>/, '')).close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return fault ?? ok(null);
}
