import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { decideMergeAction } from '../actions.ts';
import { outdatedWords, proposalWords } from '../labels.ts';
import type { ProposalView } from '../queries/views.ts';

const looks = { open: 'wait', accepted: 'ok', refused: 'gone', outdated: 'note', changed: 'note' } as const;
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** What was decided of a proposal. */
export function ProposalMark({ status }: Pick<ProposalView, 'status'>) {
  return <Status look={looks[status]}>{proposalWords[status]}</Status>;
}

function Months({ chosen }: { chosen: readonly number[] }) {
  return (
    <Fold summary="改在其他月份">
      <AnsweredChoices
        type="checkbox"
        legend="合并后检查的月份"
        name="months"
        options={months.map((month) => ({ value: String(month), label: `${month} 月` }))}
        value={chosen.map(String)}
        hideLegend
        className="cols"
      />
    </Fold>
  );
}

function Decided({ proposal: { status, reason } }: { proposal: ProposalView }) {
  return (
    <p className="mt-3">
      <ProposalMark status={status} />
      {reason ? `　${reason}` : ''}
      {status === 'outdated' || status === 'changed' ? `　${outdatedWords[status]}` : ''}
      {status === 'accepted' ? <span className="hint">　在“已做的步骤”里可以撤销，撤销后这条建议重新待定。</span> : null}
    </p>
  );
}

/** Accept as proposed or with another lead and other months, or refuse with a reason; or what has been decided. */
export function Decision({ proposal }: { proposal: ProposalView }) {
  if (proposal.status !== 'open') return <Decided proposal={proposal} />;
  return (
    <ActionForm action={decideMergeAction} className="stack close mt-3" errorTitle="没有办成">
      <input type="hidden" name="proposal" value={proposal.id} />
      <AnsweredSelect
        label="牵头单位"
        name="lead"
        value={proposal.lead.code}
        options={proposal.agencies.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Months chosen={proposal.months} />
      <AnsweredArea label="理由" name="reason" rows={2} maxLength={200} hint="换牵头单位、不合并时须写" />
      <div className="btns">
        <SubmitButton look="primary" name="choice" value="accept" pending="正在采纳">
          采纳合并
        </SubmitButton>
        <SubmitButton name="choice" value="refuse" pending="正在办理">
          不合并
        </SubmitButton>
      </div>
      <p className="hint">采纳后可在发布前任何时候撤销。</p>
    </ActionForm>
  );
}
