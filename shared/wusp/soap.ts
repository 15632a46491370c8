/** A SOAP envelope as a small tree. Prefixes, where namespaces are declared and blanks between elements do not matter (wusp.md 6.4). */
import { readXml } from '../formats/xml';
import type { Result } from '../result';
import { failed, ok } from '../result';

export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

export type Soap =
  | { readonly kind: 'answer'; readonly body: XmlNode }
  | { readonly kind: 'fault'; readonly faultCode: string | null; readonly errorCode: string | null; readonly text: string | null };

const most = { depth: 40, elements: 20_000 } as const;
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The child of a name, its case as given or not: AuthInfo writes PlugInID, a cookie PlugInId (wusp.md 6.2). */
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((c) => c.name.toLowerCase() === name.toLowerCase());
export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((c) => c.name.toLowerCase() === name.toLowerCase()) ?? [];
export const textOf = (node: XmlNode | undefined, name: string): string | undefined => childOf(node, name)?.text.trim();

interface Growing {
  readonly name: string;
  readonly children: Growing[];
  text: string;
}

/** Any well-formed XML without a doctype, as a tree. */
export function readTree(text: string): Result<XmlNode> {
  const root: Growing = { name: '', children: [], text: '' };
  const stack: Growing[] = [root];
  let [elements, tooDeep] = [0, false];
  const read = readXml(text, {
    open({ name }) {
      const node: Growing = { name: local(name), children: [], text: '' };
      elements++;
      tooDeep ||= stack.length > most.depth || elements > most.elements;
      if (!tooDeep) stack.at(-1)?.children.push(node);
      stack.push(node);
    },
    close() {
      stack.pop();
    },
    text(piece) {
      const node = stack.at(-1);
      if (node && !tooDeep) node.text += piece;
    },
  });
  if (!read.ok) return read;
  const top = root.children[0];
  return top && !tooDeep ? ok(top) : failed('malformed-soap', { where: tooDeep ? 'too deep' : 'empty' });
}

/** faultcode, and the ErrorCode in detail (its children have no namespace). A fault without detail is one too. */
function faultOf(fault: XmlNode): Soap {
  const detail = childOf(fault, 'detail');
  const errorCode = textOf(detail, 'ErrorCode') ?? null;
  return {
    kind: 'fault',
    faultCode: textOf(fault, 'faultcode')?.slice(0, 80) ?? null,
    errorCode: errorCode === '' ? null : (errorCode?.slice(0, 80) ?? null),
    text: textOf(fault, 'faultstring')?.slice(0, 200) ?? null,
  };
}

/** An answer's first element of the body, or the fault. */
export function readSoap(text: string): Result<Soap> {
  const tree = readTree(text);
  if (!tree.ok) return tree;
  if (tree.value.name !== 'Envelope') return failed('malformed-soap', { where: tree.value.name.slice(0, 60) });
  const body = childOf(tree.value, 'Body');
  const first = body?.children[0];
  if (!first) return failed('malformed-soap', { where: 'Body' });
  return ok(first.name === 'Fault' ? faultOf(first) : { kind: 'answer', body: first });
}

/** An envelope that begins and does not end: the connection was closed in its middle (wusp.md 6.5). */
export const isCutOff = (text: string): boolean => /<([\w.-]+:)?Envelope[\s>]/.test(text) && !/<\/([\w.-]+:)?Envelope\s*>\s*$/.test(text);
