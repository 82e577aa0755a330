import { sourceWords } from '#domain/declaration/line.ts';
import { sayPeriod } from '#domain/declaration/period.ts';
import { sayQuantity, sayShortage } from '#domain/declaration/quantity.ts';
import { formWords } from '#domain/inspection/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { removeLineAction } from '../actions.ts';
import type { LineRow } from '../queries/load-declaration.ts';
import { OutcomeMark } from './status-mark.tsx';

function Verbs({ line }: { line: LineRow }) {
  if (!line.isOpen) return null;
  return (
    <div className="btns">
      <a className={buttonClass({ small: true })} href={`/declarations/lines/${line.id}`}>
        修改<span className="vh">第 {line.ordinal} 行</span>
      </a>
      <ActionForm action={removeLineAction} errorTitle="没有删去">
        <input type="hidden" name="line" value={line.id} />
        <SubmitButton small pending="正在删去">
          删去<span className="vh">第 {line.ordinal} 行</span>
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

/** What the office changed, in words; nothing where the line stands as declared. */
function changesOf({ outcome, count, declaredCount, months, form, declaredForm, declaredMonths, reason, entryNo }: LineRow): string[] {
  if (outcome === 'unreviewed') return [];
  const stays = outcome === 'kept' || outcome === 'merged';
  return [
    ...(stays && count !== declaredCount ? [`数量 ${declaredCount} 改为 ${count} 家`] : []),
    ...(stays && form !== declaredForm ? [`方式改为${formWords[form]}`] : []),
    ...(stays && declaredMonths.join() !== months.join() ? [`时间改为 ${months.join('、')} 月`] : []),
    ...(reason ? [reason] : []),
    ...(entryNo ? [`计划项 ${entryNo}`] : []),
  ];
}

const what: Column<LineRow>[] = [
  { key: 'no', head: '序号', num: true, stacked: '序号', cell: ({ ordinal }) => ordinal },
  {
    key: 'matter',
    head: '检查事项',
    rowHead: true,
    cell: ({ matter, basis, remark }) => (
      <>
        {matter}
        <span className="m">{basis}</span>
        {remark ? <span className="m">备注：{remark}</span> : null}
      </>
    ),
  },
  {
    key: 'pool',
    head: '检查对象',
    stacked: '检查对象',
    cell: ({ poolLabel, poolSize, declaredCount }) => (
      <>
        {poolLabel}
        <span className="m">{sayShortage(declaredCount, poolSize) ?? `对象库 ${poolSize} 家`}</span>
      </>
    ),
  },
  {
    key: 'quantity',
    head: '数量',
    stacked: '数量',
    nowrap: true,
    cell: ({ quantity, declaredCount }) => (
      <>
        {sayQuantity(quantity)}
        {quantity.kind === 'count' ? null : <span className="m">计 {declaredCount} 家</span>}
      </>
    ),
  },
  { key: 'period', head: '时间', stacked: '时间', cell: ({ period }) => sayPeriod(period) },
  { key: 'form', head: '方式', stacked: '方式', nowrap: true, cell: ({ declaredForm }) => formWords[declaredForm] },
  { key: 'source', head: '来源', stacked: '来源', nowrap: true, cell: ({ source }) => sourceWords[source] },
  {
    key: 'partners',
    head: '配合单位',
    stacked: '配合单位',
    cell: ({ partners, partnersText }) => partners.join('、') || partnersText || '无',
  },
];

const outcome: Column<LineRow> = {
  key: 'outcome',
  head: '审核',
  cell: (line) => (
    <>
      <OutcomeMark outcome={line.outcome} />
      {changesOf(line).map((words) => (
        <span key={words} className="m">
          {words}
        </span>
      ))}
    </>
  ),
};
const verbs: Column<LineRow> = { key: 'verb', head: '操作', hideHead: true, num: true, cell: (line) => <Verbs line={line} /> };

type LinesProps = { lines: readonly LineRow[]; wasSentOn: boolean; canEdit: boolean };

/** The lines of a declaration, with what the office made of them once it has had them. */
export function DeclarationLines({ lines, wasSentOn, canEdit }: LinesProps) {
  const columns = [...what, ...(wasSentOn ? [outcome] : []), ...(canEdit ? [verbs] : [])];
  return <DataTable label="申报行" look="rows mid" columns={columns} rows={lines} rowKey={({ id }) => id} />;
}
