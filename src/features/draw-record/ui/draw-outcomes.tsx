import { replacementWords } from '#domain/draw/words.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { drawHref } from './draw-href.ts';
import { Moment } from './draw-moment.tsx';
import { addressOf } from './draw-words.ts';
import { type OfficerName, type OutcomeRow, outcomeRows } from './outcome-rows.ts';

type Entry = PublicDraw['draw']['entries'][number];
type Shown = { readonly view: PublicDraw; readonly entry: Entry };

/** More than these stand in the downloads only. */
const shown = 200;
const shortKey = (key: string | null) => (key === null ? '' : <code className="mono">{key.slice(0, 12)}</code>);

/** 区市场监管局：何晨、沈飞静. */
function sayOfficers(officers: readonly OfficerName[]): string {
  const agencies = [...new Set(officers.map(({ agency }) => agency))];
  const named = agencies.map((agency) => {
    const people = officers.filter((officer) => officer.agency === agency).map(({ name }) => name);
    return agency ? `${people.join('、')}（${agency}）` : people.join('、');
  });
  return named.join('，');
}

function Name({ row, view }: { row: OutcomeRow; view: PublicDraw }) {
  const { replaced } = row;
  return (
    <>
      {row.name}
      {replaced?.replacedAt && replaced.replacedReason ? (
        <span className="m">
          <Status look="gone">已由后面的递补</Status>　{replacementWords[replaced.replacedReason]}：{replaced.replacedNote}　
          <Moment at={replaced.replacedAt} now={view.now} />
        </span>
      ) : null}
    </>
  );
}

function columnsOf(view: PublicDraw): Column<OutcomeRow>[] {
  const columns: Column<OutcomeRow>[] = [
    {
      key: 'position',
      head: '顺序',
      num: true,
      nowrap: true,
      stacked: '顺序',
      cell: ({ position, isNext }) => (isNext ? `递补 ${position}` : position),
    },
    { key: 'name', head: '企业', rowHead: true, cell: (row) => <Name row={row} view={view} /> },
    { key: 'uscc', head: '统一社会信用代码', stacked: '代码', cell: ({ uscc }) => uscc },
    { key: 'officers', head: '执法人员', stacked: '执法人员', cell: ({ officers }) => sayOfficers(officers) },
  ];
  const keys: Column<OutcomeRow> = { key: 'key', head: '排序值', nowrap: true, stacked: '排序值', cell: ({ key }) => shortKey(key) };
  return view.result ? [...columns, keys] : columns;
}

type Reserve = { readonly id: string; readonly key: string; readonly no: number };

function Reserves({ view, entry }: Shown) {
  const reserves = view.result?.outcomes[entry.position]?.reserves ?? [];
  if (reserves.length === 0) return null;
  const rows = reserves.slice(0, shown).map((reserve, index) => ({ ...reserve, no: index + 1 }));
  const columns: Column<Reserve>[] = [
    { key: 'no', head: '候补', num: true, nowrap: true, stacked: '候补', cell: ({ no }) => no },
    { key: 'name', head: '企业', rowHead: true, cell: ({ id }) => view.names.enterprises[id] ?? id },
    { key: 'uscc', head: '统一社会信用代码', stacked: '代码', cell: ({ id }) => id },
    { key: 'key', head: '排序值', nowrap: true, stacked: '排序值', cell: ({ key }) => shortKey(key) },
  ];
  return (
    <Fold summary={`候补顺序，前 ${rows.length} 家；谁递补由顺序定，不由人选`}>
      <DataTable label={`${entry.entry.no} 候补`} look="rows dense" columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Fold>
  );
}

function EntryOutcome({ view, entry }: Shown) {
  const rows = outcomeRows(view, entry);
  const rest = rows.length - shown;
  return (
    <>
      <DataTable
        label={`${entry.entry.no} 抽中的企业`}
        look="rows dense"
        columns={columnsOf(view)}
        rows={rows.slice(0, shown)}
        rowKey={({ uscc }) => uscc}
      />
      {rest > 0 ? <p className="hint">另有 {rest} 家，见下载的 csv。</p> : null}
      <Reserves view={view} entry={entry} />
    </>
  );
}

/** What was drawn, in order, with the inspectors by name and agency; the next in order; who was replaced and why. */
export function DrawOutcomes({ view }: { view: PublicDraw }) {
  const { draw, result } = view;
  if (draw.outcomes.length === 0 && result === null) return null;
  const csv = <a href={`${drawHref(addressOf(view))}/draw.csv`}>下载 csv</a>;
  const title = draw.status === 'void' ? '作废的结果，不能凭它备案' : '结果，按抽取顺序';
  return (
    <Section title={title} end={csv} id="outcomes">
      {draw.entries.map((entry) =>
        draw.entries.length === 1 ? (
          <EntryOutcome key={entry.planEntryId} view={view} entry={entry} />
        ) : (
          <Section key={entry.planEntryId} sub className="mb-6" title={`${entry.entry.no}　${entry.entry.title}`}>
            <EntryOutcome view={view} entry={entry} />
          </Section>
        ),
      )}
    </Section>
  );
}
