/** The looks whose outcome is written down: every scenario, and Worlds that no scenario has yet. */
import type { World } from '../../shared/simulation/world';
import type { Snapshot } from '../../shared/snapshot';
import type { Expected } from '../helpers/expected';
import { expectedOf } from '../helpers/expected';
import { snapshotOf } from '../helpers/look';
import { baseOf, scenarioIds, worldNamed } from '../helpers/worlds';

export interface WrittenLook {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly expected: Expected;
}

const changed = (world: World, change: Partial<World>): Snapshot => snapshotOf({ ...world, ...change });
const supportEnded = { check: 'product-out-of-support', severity: 'note' } as const;

function moreLooks(): WrittenLook[] {
  const sbs = baseOf('sbs2003');
  const isOn = (site: number, name: string) => (v: World['vroots'][number]) => !(v.site === site && v.name === name);
  return [
    {
      name: 'a World whose WSUS site lost Content',
      snapshot: changed(sbs, { vroots: sbs.vroots.filter(isOn(1572271583, 'Content')) }),
      expected: {
        found: [
          { check: 'virtual-directory-missing', severity: 'problem', facts: { missing: ['Content'], onPort80: [] } },
          { check: 'client-web-service-unreachable', severity: 'warning', facts: { door: 'content' } },
          supportEnded,
        ],
        unknown: [],
        mustNot: ['selfupdate-refuses-clients'],
        afterFix: [],
      },
    },
    {
      name: 'a World whose port 80 lost Selfupdate',
      snapshot: changed(sbs, { vroots: sbs.vroots.filter(isOn(1, 'Selfupdate')) }),
      expected: {
        found: [
          { check: 'virtual-directory-missing', severity: 'problem', facts: { missing: [], onPort80: ['Selfupdate'] } },
          { check: 'self-update-unreachable', severity: 'problem', facts: { status: 404 } },
          supportEnded,
        ],
        unknown: [],
        mustNot: [],
        afterFix: [],
      },
    },
  ];
}

export const writtenLooks = (): WrittenLook[] => [
  ...scenarioIds.map((id) => ({ name: id, snapshot: snapshotOf(worldNamed(id)), expected: expectedOf(id) })),
  ...moreLooks(),
];
