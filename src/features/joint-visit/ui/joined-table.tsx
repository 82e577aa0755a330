import { sayDay } from '#domain/calendar/wording.ts';
import { FilingStatusMark } from '#features/filing/ui/status-mark.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AreaField } from '#ui/area-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { partVisitAction } from '../actions.ts';
import type { JoinedVisit } from '../queries/joined-visits-sql.ts';
import type { JointDesk } from '../queries/load-joint-desk.ts';

function Parts({ visit }: { visit: JoinedVisit }) {
  return (
    <ul className="plain-list">
      {visit.parts.map((part) => (
        <li key={part.drawNo + part.agencyName}>
          <b>{part.agencyName}</b>　{part.title}
          <span className="m">
            <a href={`/drawing/${part.drawId}`}>{part.drawNo}</a>　<span className="nw">{part.officers}</span>
            {part.stands ? '' : '　已作废或已递补，不再计入'}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Filed({ filing, leadName }: JoinedVisit) {
  if (!filing) return <Status look="wait">待{leadName}备案</Status>;
  return (
    <>
      <FilingStatusMark status={filing.status} />
      <span className="m">
        <a href={`/filings/${filing.id}`}>{filing.filingNo ?? '备案详情'}</a>
      </span>
    </>
  );
}

/** Not once a filing was sent in: the command says the same. */
function Part({ visit }: { visit: JoinedVisit }) {
  if (visit.filing) return <span className="m">撤回备案后才能拆开</span>;
  return (
    <Fold summary="拆开">
      <ActionForm action={partVisitAction} errorTitle="没有拆开">
        <input type="hidden" name="jointVisit" value={visit.id} />
        <AreaField label="理由" name="reason" id={`reason-${visit.id}`} rows={2} maxLength={500} />
        <SubmitButton small look="negative" pending="正在拆开">
          拆开联合检查<span className="vh">{visit.enterpriseName}</span>
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function columnsOf({ today, canAct }: JointDesk): Column<JoinedVisit>[] {
  const columns: Column<JoinedVisit>[] = [
    {
      key: 'enterprise',
      head: '企业',
      rowHead: true,
      cell: (visit) => (
        <>
          <b>{visit.enterpriseName}</b>
          <span className="m">{visit.uscc}</span>
        </>
      ),
    },
    { key: 'parts', head: '各单位的抽取', cell: (visit) => <Parts visit={visit} /> },
    {
      key: 'window',
      head: '可入企',
      stacked: '可入企',
      cell: ({ fromDay, toDay, leadName }) => (
        <>
          <span className="nw">
            {sayDay(fromDay, today)}—{sayDay(toDay, today)}
          </span>
          <span className="m">{leadName}牵头</span>
        </>
      ),
    },
    { key: 'filed', head: '备案', stacked: '备案', cell: (visit) => <Filed {...visit} /> },
  ];
  return canAct ? [...columns, { key: 'act', head: '操作', hideHead: true, cell: (visit) => <Part visit={visit} /> }] : columns;
}

/** Joint visits that stand, and how far their filing is. */
export function JoinedTable({ desk }: { desk: JointDesk }) {
  return <DataTable label="已合并" look="rows mid" columns={columnsOf(desk)} rows={desk.joined} rowKey={({ id }) => id} />;
}
