import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { dayWords } from '#ui/words.ts';
import { undoMergeAction } from '../actions.ts';
import { suspicionWords } from '../labels.ts';
import type { EnterpriseView, MergedRow } from '../queries/load-enterprise.ts';
import type { RegisterReader } from './register-tabs.tsx';

type Props = { enterprise: EnterpriseView; reader: RegisterReader };

/** Rows that may be the same enterprise; the office is led to the page that compares them. */
export function Suspects({ enterprise: { id, suspects }, reader }: Props) {
  if (suspects.length === 0) return null;
  return (
    <Section title="疑似重复" end={`${suspects.length} 条`}>
      <ul className="plain-list">
        {suspects.map((other) => (
          <li key={other.id}>
            <a href={`/enterprises/${other.id}`}>{other.name}</a>　{other.uscc}　
            <span className="m">
              {suspicionWords[other.why]}
              {'　'}
              {reader === 'office' ? <a href={`/enterprises/merge?one=${id}&other=${other.id}`}>比较并合并</a> : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Undo({ mergeId, name }: MergedRow) {
  return (
    <ActionForm action={undoMergeAction} errorTitle="没有撤回">
      <input type="hidden" name="merge" value={mergeId} />
      <SubmitButton small look="negative" pending="正在撤回">
        撤回合并<span className="vh">：{name}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function columnsOf({ enterprise: { now }, reader }: Props): Column<MergedRow>[] {
  const columns: Column<MergedRow>[] = [
    {
      key: 'name',
      head: '企业',
      rowHead: true,
      cell: ({ id, name, uscc }) => (
        <>
          <a href={`/enterprises/${id}`}>{name}</a>
          <span className="m">{uscc}</span>
        </>
      ),
    },
    {
      key: 'why',
      head: '理由',
      cell: ({ reason, at, by }) => (
        <>
          {reason}
          <span className="m">
            {dayWords(at, now)}　{by}
          </span>
        </>
      ),
    },
  ];
  const undo: Column<MergedRow> = { key: 'undo', head: '操作', hideHead: true, num: true, cell: (row) => <Undo {...row} /> };
  return reader === 'office' ? [...columns, undo] : columns;
}

/** Rows that this one stands for. */
export function MergedHere(props: Props) {
  const { merged } = props.enterprise;
  if (merged.length === 0) return null;
  return (
    <Section title="并入这一条的记录" end={`${merged.length} 条`}>
      <DataTable label="并入这一条的记录" look="rows mid" columns={columnsOf(props)} rows={merged} rowKey={({ mergeId }) => mergeId} />
    </Section>
  );
}
