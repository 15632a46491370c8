/** The directory's own name first; its full path in the configuration below. */
export const shortNode = (node: string): string => node.split('/').at(-1) ?? node;

export function NodeName({ node }: { node: string }) {
  const short = shortNode(node);
  return (
    <span className="node-name">
      <span>{short}</span>
      {short !== node && <code className="quiet-text">{node}</code>}
    </span>
  );
}
