import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { endRecusalAction, recuseInspectorAction } from '../actions.ts';
import type { InspectorView, RecusalRow } from '../queries/load-inspector.ts';

function End({ inspector, row }: { inspector: string; row: RecusalRow }) {
  return (
    <ActionForm action={endRecusalAction} errorTitle="没有取消">
      <input type="hidden" name="inspector" value={inspector} />
      <input type="hidden" name="enterprise" value={row.enterprise} />
      <SubmitButton small look="negative" pending="正在取消">
        取消回避<span className="vh">：{row.name}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function columnsOf({ id, canChange }: InspectorView): Column<RecusalRow>[] {
  const columns: Column<RecusalRow>[] = [
    {
      key: 'name',
      head: '企业',
      rowHead: true,
      cell: ({ enterprise, name, uscc }) => (
        <>
          <a href={`/enterprises/${enterprise}`}>{name}</a>
          <span className="m">{uscc}</span>
        </>
      ),
    },
    { key: 'reason', head: '理由', cell: ({ reason }) => reason || '原名录登记，没有写明' },
  ];
  const end: Column<RecusalRow> = { key: 'end', head: '操作', hideHead: true, num: true, cell: (row) => <End inspector={id} row={row} /> };
  return canChange ? [...columns, end] : columns;
}

function Add({ id }: { id: string }) {
  return (
    <ActionForm action={recuseInspectorAction} className="stack close" errorTitle="没有登记">
      <input type="hidden" name="inspector" value={id} />
      <AnsweredText label="回避的企业" name="enterprise" width="m" maxLength={100} hint="统一社会信用代码或企业全称" />
      <AnsweredText label="理由" name="reason" width="m" maxLength={200} hint="例如 配偶在该企业任职" />
      <SubmitButton pending="正在登记">登记回避</SubmitButton>
    </ActionForm>
  );
}

/** The enterprises that an inspector is not sent to. */
export function Recusals({ inspector }: { inspector: InspectorView }) {
  const { id, recusals, canChange } = inspector;
  return (
    <Section title="回避" end={`${recusals.length} 家`}>
      {recusals.length > 0 ? (
        <DataTable
          label="回避的企业"
          look="rows mid"
          columns={columnsOf(inspector)}
          rows={recusals}
          rowKey={({ enterprise }) => enterprise}
        />
      ) : (
        <EmptyState title="没有须回避的企业。" />
      )}
      {canChange ? <Add id={id} /> : null}
    </Section>
  );
}
