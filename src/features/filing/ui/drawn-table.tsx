import { daysBetween } from '#domain/calendar/local-day.ts';
import { sayDay, sayDays } from '#domain/calendar/wording.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { startDraftAction } from '../actions.ts';
import { shortKindWords } from '../labels.ts';
import type { DrawnVisit } from '../queries/list-drawn-visits.ts';

const soon = 14;

function Due({ toDay, today }: { toDay: string; today: string }) {
  const left = daysBetween(today, toDay);
  if (left === 0) return <Status look="due">今日到期</Status>;
  return <Status look={left <= soon ? 'wait' : 'later'}>剩 {left} 天</Status>;
}

function Enterprise({ row }: { row: DrawnVisit }) {
  return (
    <>
      <b>{row.enterprise}</b>
      <span className="m">
        {row.uscc}　{row.territory}
        {row.keyEnterprise ? '　重点企业' : ''}
      </span>
    </>
  );
}

function Entry({ row }: { row: DrawnVisit }) {
  return (
    <>
      {row.title}
      <span className="m">
        {row.entryNo}　{shortKindWords[row.kind]}　<a href={`/drawing/${row.drawId}`}>{row.drawNo}</a> 第 {row.position} 位
      </span>
    </>
  );
}

function Window({ row, today }: { row: DrawnVisit; today: string }) {
  const first = row.firstDays.length > 0 ? `最早 ${sayDays(row.firstDays, today)}` : '期内没有可入企的工作日';
  return (
    <>
      <span className="nw">
        {sayDay(row.fromDay, today)}—{sayDay(row.toDay, today)}
      </span>
      <span className="m">{first}</span>
    </>
  );
}

function People({ row }: { row: DrawnVisit }) {
  return (
    <>
      {row.officers.join('、')}
      <span className="m">
        {row.matters.slice(0, 3).join('、')}
        {row.matters.length > 3 ? ` 等 ${row.matters.length} 项` : ''}
      </span>
      {row.joint ? (
        <span className="m">
          联合检查　{row.joint.agencies.join('、')}，{row.joint.leadName}牵头
        </span>
      ) : null}
    </>
  );
}

/** Opens the form filled in from the draw; a joint visit is its lead's to file. */
function Start({ row }: { row: DrawnVisit }) {
  if (!row.isOwn) return <span className="m">由{row.joint?.leadName}备案</span>;
  return (
    <ActionForm action={startDraftAction}>
      <input type="hidden" name="enterprise" value={row.enterpriseId} />
      <input type="hidden" name="outcome" value={row.outcome} />
      <SubmitButton small pending="正在打开">
        备案<span className="vh">{row.enterprise}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function columnsAt(today: string, canFile: boolean): Column<DrawnVisit>[] {
  const columns: Column<DrawnVisit>[] = [
    { key: 'due', head: '到期', nowrap: true, cell: ({ toDay }) => <Due toDay={toDay} today={today} /> },
    { key: 'enterprise', head: '企业', rowHead: true, cell: (row) => <Enterprise row={row} /> },
    { key: 'entry', head: '计划项与抽取', cell: (row) => <Entry row={row} /> },
    { key: 'window', head: '可入企', stacked: '可入企', cell: (row) => <Window row={row} today={today} /> },
    { key: 'people', head: '抽中人员与事项', stacked: '抽中人员与事项', cell: (row) => <People row={row} /> },
  ];
  const verb: Column<DrawnVisit> = { key: 'verb', head: '操作', hideHead: true, num: true, cell: (row) => <Start row={row} /> };
  return canFile ? [...columns, verb] : columns;
}

/** Drawn visits still to be filed, each with the button that opens its form. */
export function DrawnTable({ rows, today, canFile }: { rows: readonly DrawnVisit[]; today: string; canFile: boolean }) {
  return <DataTable label="抽中的企业" look="rows mid" columns={columnsAt(today, canFile)} rows={rows} rowKey={({ outcome }) => outcome} />;
}
