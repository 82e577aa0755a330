import { sayDay } from '#domain/calendar/wording.ts';
import type { JointProposal } from '#domain/inspection/joint-proposal.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { joinVisitAction } from '../actions.ts';
import type { OutcomeRow } from '../queries/load-due-outcomes.ts';
import type { JointDesk } from '../queries/load-joint-desk.ts';
import { PartLines } from './part-lines.tsx';

type Proposal = JointProposal<OutcomeRow>;

const keyOf = ({ parts }: Proposal) => parts.map(({ outcome }) => outcome).join();

/** The office chooses who leads; the proposal is chosen beforehand. */
function Join({ proposal }: { proposal: Proposal }) {
  const [first] = proposal.parts;
  const leads = proposal.parts.map(({ agency, agencyName }) => ({ value: agency, label: agencyName }));
  return (
    <ActionForm action={joinVisitAction} errorTitle="没有合并">
      <input type="hidden" name="enterprise" value={proposal.enterprise} />
      {proposal.parts.map(({ outcome }) => (
        <input key={outcome} type="hidden" name="outcomes" value={outcome} />
      ))}
      <SelectField label="牵头单位" name="lead" id={`lead-${first?.outcome}`} options={leads} value={proposal.lead} />
      <div className="btns mt-2">
        <SubmitButton small pending="正在合并">
          合并为一次入企<span className="vh">{first?.enterpriseName}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function columnsOf({ today, canAct }: JointDesk): Column<Proposal>[] {
  const columns: Column<Proposal>[] = [
    {
      key: 'enterprise',
      head: '企业',
      rowHead: true,
      cell: ({ parts: [first] }) => (
        <>
          <b>{first?.enterpriseName}</b>
          <span className="m">{first?.uscc}</span>
        </>
      ),
    },
    { key: 'parts', head: '各单位的抽取', cell: ({ parts }) => <PartLines parts={parts} today={today} /> },
    {
      key: 'window',
      head: '共同的时间',
      stacked: '共同的时间',
      nowrap: true,
      cell: ({ fromDay, toDay }) => `${sayDay(fromDay, today)}—${sayDay(toDay, today)}`,
    },
  ];
  const act: Column<Proposal> = { key: 'act', head: '操作', hideHead: true, cell: (proposal) => <Join proposal={proposal} /> };
  const lead: Column<Proposal> = { key: 'lead', head: '建议牵头', stacked: '建议牵头', cell: ({ parts: [first] }) => first?.agencyName };
  return [...columns, canAct ? act : lead];
}

/** Enterprises at which several agencies' outcomes could be one visit. */
export function ProposalTable({ desk }: { desk: JointDesk }) {
  return <DataTable label="待合并" look="rows mid" columns={columnsOf(desk)} rows={desk.proposals} rowKey={keyOf} />;
}
