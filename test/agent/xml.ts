/** A document of MSXML, as much of it as the agent uses. A DTD is refused, as ProhibitDTD does. */
import { SaxesParser } from 'saxes';
import { comError, comObject, kept, method, readOnly } from './com';

interface Node {
  readonly type: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}
const textOf = (node: Node): string => node.text + node.children.map(textOf).join('');

function parse(text: string): Node | null {
  const root: Node = { type: 9, name: '#document', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  const parser = new SaxesParser({ fragment: false });
  let bad = false;
  const spoilt = () => {
    bad = true;
  };
  parser.on('doctype', spoilt);
  parser.on('error', spoilt);
  parser.on('opentag', (tag) => {
    const node: Node = { type: 1, name: tag.name, attributes: tag.attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (t) => {
    const at = open.at(-1) as Node;
    if (at.type === 1) at.children.push({ type: 3, name: '#text', attributes: {}, children: [], text: t });
  });
  parser.on('comment', (t) => void open.at(-1)?.children.push({ type: 8, name: '#comment', attributes: {}, children: [], text: t }));
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch {
    bad = true;
  }
  return bad ? null : root;
}

function nodeObject(node: Node): object {
  const children = comObject('IXMLDOMNodeList', {
    length: readOnly(() => node.children.length),
    item: method([1], (at: number) => (node.children[at] ? nodeObject(node.children[at] as Node) : null)),
  });
  return comObject('IXMLDOMNode', {
    nodeType: readOnly(() => node.type),
    nodeName: readOnly(() => node.name),
    baseName: readOnly(() => node.name.replace(/^.*:/, '')),
    childNodes: readOnly(() => children),
    text: readOnly(() => textOf(node)),
    attributes: readOnly(() => {
      const names = Object.keys(node.attributes);
      return comObject('IXMLDOMNamedNodeMap', {
        length: readOnly(() => names.length),
        item: method([1], (at: number) => comObject('IXMLDOMAttribute', { nodeName: readOnly(() => names[at]) })),
      });
    }),
    getAttribute: method([1], (name: string) => node.attributes[name] ?? null),
  });
}

/** `read`: the text of a file by its path; null: it cannot be read. */
export function makeDocument(read: (path: string) => string | null): object {
  let root: Node | null = null;
  const settings: Record<string, unknown> = { async: true, resolveExternals: true, validateOnParse: true };
  const load = (text: string | null) => {
    if (settings.async || settings.resolveExternals || settings.validateOnParse || !settings.ProhibitDTD) throw comError(0x80004005, 'unsafe settings');
    root = text === null ? null : parse(text);
    return root !== null;
  };
  const flag = (name: string) => kept(settings, name);
  return comObject('DOMDocument', {
    async: flag('async'),
    resolveExternals: flag('resolveExternals'),
    validateOnParse: flag('validateOnParse'),
    setProperty: method([2], (name: string, value: unknown) => {
      if (name !== 'ProhibitDTD') throw comError(0x80004005, name);
      settings[name] = value;
    }),
    load: method([1], (path: string) => load(read(path))),
    loadXML: method([1], (text: string) => load(text)),
    documentElement: readOnly(() => {
      const first = root?.children.find((c) => c.type === 1);
      return first ? nodeObject(first) : null;
    }),
    childNodes: readOnly(() =>
      comObject('IXMLDOMNodeList', {
        length: readOnly(() => root?.children.length ?? 0),
        item: method([1], (at: number) => nodeObject(root?.children[at] as Node)),
      }),
    ),
  });
}
