import { exclusionWords } from '#domain/draw/words.ts';
import { officerExclusionWords } from '#features/draw/labels.ts';
import { saySize } from '#features/enterprise/labels.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { Section } from '#ui/section.tsx';
import type { PoolShape, ShapeRow } from '../queries/load-pool-shape.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { sayCount } from './draw-words.ts';

type Shown = { readonly view: PublicDraw; readonly shape: PoolShape };
type Entry = PublicDraw['draw']['entries'][number];

function sayGroup({ by, group }: ShapeRow): string {
  if (group === '') return '名录里已没有';
  if (by === 'size') return `${saySize(group)}企业`;
  return by === 'risk' ? `信用风险 ${group}` : `分层 ${group}`;
}

/** How many of a group one would expect: its share of the tickets, all of a census. */
function expected(row: ShapeRow, of: { weight: number; candidates: number; sample: number }): string {
  if (of.sample >= of.candidates) return String(row.candidates);
  return Math.min(row.candidates, (of.sample * row.weight) / of.weight).toFixed(1);
}

const sizes = ['large', 'medium', 'small', 'micro'];
/** Large enterprises first, then the tiers of risk, then strata, each as their letters and names come. */
const rankOf = ({ by, group }: ShapeRow) => (by === 'size' ? sizes.indexOf(group) : sizes.length + Number(by === 'stratum'));

function Composition({ view, shape, entry }: Shown & { entry: Entry }) {
  const rows = shape.groups.filter(({ entry: place }) => place === entry.position).toSorted((one, other) => rankOf(one) - rankOf(other));
  const bySize = rows.filter(({ by }) => by === 'size');
  const all = {
    weight: bySize.reduce((sum, { weight }) => sum + weight, 0),
    candidates: bySize.reduce((sum, { candidates }) => sum + candidates, 0),
    sample: entry.sample,
  };
  const columns: Column<ShapeRow>[] = [
    { key: 'group', head: '分组', rowHead: true, cell: sayGroup },
    { key: 'candidates', head: '候选', num: true, cell: ({ candidates }) => candidates.toLocaleString('zh-CN') },
    { key: 'expected', head: '应抽约', num: true, cell: (row) => expected(row, all) },
  ];
  const drawn: Column<ShapeRow> = { key: 'drawn', head: '实抽', num: true, cell: (row) => row.drawn.toLocaleString('zh-CN') };
  return (
    <DataTable
      label={`${entry.entry.no} 候选构成`}
      look="dense fit"
      columns={view.result ? [...columns, drawn] : columns}
      rows={rows}
      rowKey={({ by, group }) => `${by} ${group}`}
    />
  );
}

function Compositions({ view, shape }: Shown) {
  if (shape.groups.length === 0) return null;
  return (
    <Section title={view.result ? '抽中情况与候选构成' : '候选构成'} id="composition">
      {view.draw.entries.map((entry) => (
        <div key={entry.planEntryId}>
          {view.draw.entries.length > 1 ? <h3 className="mt-4">{entry.entry.no}</h3> : null}
          <Composition view={view} shape={shape} entry={entry} />
        </div>
      ))}
      <p className="hint mt-2">规模和信用风险按名录现在的登记；“应抽约”按各组的票数折算。</p>
    </Section>
  );
}

function Reason({ view, shape, by }: Shown & { by: PoolShape['excludedBy'][number] }) {
  const rows = shape.excluded.filter(({ entry, reason }) => entry === by.entry && reason === by.reason);
  const entry = view.draw.entries.length > 1 ? `${view.draw.entries[by.entry]?.entry.no ?? ''}　` : '';
  return (
    <Fold summary={`${entry}${exclusionWords[by.reason]}　${sayCount(by.count)}`}>
      <ul className="plain-list">
        {rows.map(({ uscc, name }) => (
          <li key={uscc}>
            {name || '名录里已没有'}
            <span className="m s">　{uscc}</span>
          </li>
        ))}
      </ul>
      {rows.length < by.count ? <p className="hint">另有 {sayCount(by.count - rows.length)}，见冻结的名单。</p> : null}
    </Fold>
  );
}

function Excluded(props: Shown) {
  const count = props.shape.excludedBy.reduce((sum, { count: part }) => sum + part, 0);
  return (
    <Section title={`排除的 ${sayCount(count)}`} end="只按规则排除，不由人挑" id="excluded">
      {count === 0 ? <p className="hint">没有排除任何企业。</p> : null}
      {props.shape.excludedBy.map((by) => (
        <Reason key={`${by.entry} ${by.reason}`} {...props} by={by} />
      ))}
    </Section>
  );
}

function Officers({ view, shape }: Shown) {
  const { inspectors, inspectorsExcluded, targetsPerOfficer } = shape.head;
  const agencies = [...new Set(inspectors.map(({ agency }) => agency))];
  const count = (agency: string) => inspectors.filter((one) => one.agency === agency).length;
  const left = (reason: string) => inspectorsExcluded.filter((one) => one.reason === reason).length;
  const reasons = [...new Set(inspectorsExcluded.map(({ reason }) => reason))];
  const items = [
    { term: '候选', value: agencies.map((agency) => `${view.names.agencies[agency] ?? agency} ${count(agency)} 名`).join('，') || '没有' },
    { term: '申报回避', value: `${shape.recused} 名，有关企业不派` },
    { term: '每人', value: `最多 ${targetsPerOfficer} 家` },
    ...(reasons.length === 0
      ? []
      : [{ term: '未列入', value: reasons.map((reason) => `${officerExclusionWords[reason]} ${left(reason)} 名`).join('，') }]),
  ];
  return (
    <Section title={`执法人员 ${inspectors.length} 名`} id="officers">
      <KeyValues items={items} />
    </Section>
  );
}

/** Who could be drawn and who could not: groups of candidates, the excluded by reason with their names, inspectors. */
export function DrawPool({ view }: { view: PublicDraw }) {
  const { shape } = view;
  if (!shape) return null;
  return (
    <>
      <Compositions view={view} shape={shape} />
      <Excluded view={view} shape={shape} />
      <Officers view={view} shape={shape} />
    </>
  );
}
