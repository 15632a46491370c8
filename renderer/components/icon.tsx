/** Own small icons, each a distinct shape, drawn in the colour of the text around them. */
export type IconName =
  | 'problem'
  | 'warning'
  | 'wait'
  | 'note'
  | 'ok'
  | 'unknown'
  | 'not-applicable'
  | 'arrow'
  | 'back'
  | 'down'
  | 'chevron'
  | 'close'
  | 'folder'
  | 'practice'
  | 'history'
  | 'list'
  | 'undo'
  | 'link'
  | 'shield'
  | 'search'
  | 'globe'
  | 'server';

const paths: Record<IconName, string> = {
  problem: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 1.8l6.6 12H1.4zM8 6.2v3.6M8 11.4v.9',
  wait: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM8 4.5V8l2.4 1.8',
  note: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM8 7.2v4M8 4.6v.9',
  ok: 'M2.5 8.5l3.6 3.6l7.4-8',
  unknown: 'M6.2 6.2a1.9 1.9 0 1 1 2.6 1.9c-.6.3-.8.6-.8 1.2M8 11v.9',
  'not-applicable': 'M3 8h10',
  arrow: 'M2.5 8h10.5M9 4l4 4l-4 4',
  down: 'M8 2.5v10.5M4 9l4 4l4-4',
  chevron: 'M3.5 6l4.5 4.5L12.5 6',
  back: 'M13.5 8H3M7 4L3 8l4 4',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  folder: 'M1.5 13V3.5h4.2l1.6 2h7.2V13z',
  practice: 'M1 6l7-3.2L15 6L8 9.2zM4 7.6v3.6c1.2 1 2.6 1.5 4 1.5s2.8-.5 4-1.5V7.6M15 6v4.4',
  history: 'M2.2 4.2v3h3M2.6 7A5.8 5.8 0 1 1 2.3 9.4M8 5v3.3l2.3 1.4',
  list: 'M6 4h8M6 8h8M6 12h8M2.2 4h.8M2.2 8h.8M2.2 12h.8',
  undo: 'M2.5 6.5h7a3.6 3.6 0 0 1 0 7.2H6M5.8 3L2.5 6.5L5.8 10',
  link: 'M9.5 2.5h4v4M13.5 2.5L7.5 8.5M6.5 3.5h-4v10h10v-4',
  shield: 'M8 1.5l5.5 2v4.2c0 3.2-2.2 5.6-5.5 6.8c-3.3-1.2-5.5-3.6-5.5-6.8V3.5z',
  globe: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM1.5 8h13M8 1.5c4.4 4 4.4 9 0 13c-4.4-4-4.4-9 0-13z',
  server: 'M2.5 2h11v5h-11zM2.5 9h11v5h-11zM5 4.5h1M5 11.5h1M9 4.5h2M9 11.5h2',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.3 10.3l3.7 3.7',
};

export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  const size = large ? 24 : 16;
  return (
    <svg className={`icon icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {name === 'unknown' && <circle cx="8" cy="8" r="6.5" strokeDasharray="2.4 1.7" />}
      <path d={paths[name]} />
    </svg>
  );
}
