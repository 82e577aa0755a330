import { type ContactKind, contactKinds } from '#domain/territory/contact-kinds.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredSelect } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { assignContactAction } from '../actions.ts';
import { contactWords } from '../labels.ts';
import type { ContactHistory, ContactView } from '../queries/list-contacts.ts';

const columns: Column<ContactHistory>[] = [
  { key: 'kind', head: '身份', nowrap: true, cell: ({ kind }) => contactWords[kind] },
  { key: 'name', head: '姓名', rowHead: true, cell: ({ name }) => name },
  { key: 'since', head: '自', nowrap: true, stacked: '自', cell: ({ since }) => since },
  { key: 'until', head: '至', nowrap: true, stacked: '至', cell: ({ until }) => until ?? '现任' },
];

function Assign({ enterprise, kind, view }: { enterprise: string; kind: ContactKind; view: ContactView }) {
  const choices = view.choices.filter((choice) => choice.kind === kind);
  return (
    <ActionForm action={assignContactAction} className="stack close" errorTitle="没有指定">
      <input type="hidden" name="enterprise" value={enterprise} />
      <input type="hidden" name="kind" value={kind} />
      <AnsweredSelect label={contactWords[kind]} name="user" width="m" blank="请选择" options={choices} />
      <SubmitButton small pending="正在指定">
        指定{contactWords[kind]}
      </SubmitButton>
    </ActionForm>
  );
}

/** Who looks after a key enterprise, who did before, and for the office whom to appoint. */
export function ContactSection({ enterprise, view, canAssign }: { enterprise: string; view: ContactView; canAssign: boolean }) {
  if (!view.keyEnterprise && view.history.length === 0) return null;
  return (
    <Section title="联系领导和联络员" id="contacts">
      {view.history.length > 0 ? (
        <DataTable label="联系领导和联络员" look="rows" columns={columns} rows={view.history} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="还没有指定联系领导和联络员。" />
      )}
      {canAssign && view.keyEnterprise
        ? contactKinds.map((kind) => <Assign key={kind} enterprise={enterprise} kind={kind} view={view} />)
        : null}
    </Section>
  );
}
