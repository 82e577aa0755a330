import type { Role } from '#domain/access/permissions.ts';
import { VerdictTable } from '#features/filing/ui/verdict-table.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { approveAmendmentAction, decideAmendmentAction, returnAmendmentAction, withdrawAmendmentAction } from '../actions.ts';
import { amendmentDecisionWords, amendmentLabels } from '../labels.ts';
import type { ActView } from '../queries/load-acts.ts';
import { AmendAnswer } from './amend-answer.tsx';
import { ChangeList } from './change-list.tsx';

export type ActReader = { readonly role: Role; readonly userId: string; readonly agencyCode: string };
type Names = ReadonlyMap<string, string>;

function Approval({ act, reader }: { act: ActView; reader: ActReader }) {
  const isOwn = act.proposedById === reader.userId;
  return (
    <>
      <ActionForm action={approveAmendmentAction} errorTitle="没有批准">
        <input type="hidden" name="amendment" value={act.id} />
        <AmendAnswer />
        <p className="hint mb-3" id={`why-${act.id}`}>
          {isOwn ? '您提出的变更须由另一位负责人批准。' : '批准时按现在的时间重新判定；符合的即时登记，编号和查验码不变。'}
        </p>
        <SubmitButton pending="正在批准" look="primary" unavailable={isOwn} reason={`why-${act.id}`}>
          批准变更
        </SubmitButton>
      </ActionForm>
      <Fold summary="退回变更">
        <ActionForm action={returnAmendmentAction} className="stack close">
          <input type="hidden" name="amendment" value={act.id} />
          <AnsweredArea label="退回理由" name="reason" id={`return-${act.id}`} maxLength={500} />
          <SubmitButton pending="正在退回" look="negative">
            退回变更
          </SubmitButton>
        </ActionForm>
      </Fold>
    </>
  );
}

function Decision({ act }: { act: ActView }) {
  const options = Object.entries(amendmentDecisionWords).map(([value, label]) => ({ value, label }));
  return (
    <ActionForm action={decideAmendmentAction} className="stack close" errorTitle="没有办成">
      <input type="hidden" name="amendment" value={act.id} />
      <AmendAnswer />
      <AnsweredChoices type="radio" legend="意见" name="decision" options={options} value={[]} />
      <AnsweredArea label="理由" name="reason" id={`decide-${act.id}`} maxLength={500} />
      <SubmitButton pending="正在处理" look="primary">
        记录处理意见
      </SubmitButton>
    </ActionForm>
  );
}

function Withdrawal({ act }: { act: ActView }) {
  return (
    <ActionForm action={withdrawAmendmentAction}>
      <input type="hidden" name="amendment" value={act.id} />
      <SubmitButton pending="正在撤回">撤回变更</SubmitButton>
    </ActionForm>
  );
}

function Steps({ act, reader }: { act: ActView; reader: ActReader }) {
  const isOffice = reader.role === 'officeClerk' || reader.role === 'officeDirector';
  if (act.status === 'held' && isOffice) return <Decision act={act} />;
  if (act.agencyCode !== reader.agencyCode) return null;
  if (act.status === 'proposed' && reader.role === 'agencyHead') return <Approval act={act} reader={reader} />;
  const isWaiting = act.status === 'proposed' || act.status === 'held';
  return isWaiting && reader.role === 'agencyFiler' ? <Withdrawal act={act} /> : null;
}

function sayWho({ agency, proposedBy, proposedAt, approver, approvedAt, registeredAt }: ActView): string {
  const parts = [
    `${agency}　${proposedBy} ${momentWords(proposedAt, proposedAt)} 提出`,
    approver && approvedAt ? `${approver} ${momentWords(approvedAt, proposedAt)} 批准` : '',
    registeredAt ? `${momentWords(registeredAt, proposedAt)} 登记` : '',
  ];
  return parts.filter(Boolean).join('，');
}

function titleOf({ no, joining, agency }: ActView): string {
  const what = joining ? `${agency}参加联合检查` : '变更';
  return no ? `第 ${no} 次　${what}` : what;
}

/** One amendment: before and after, why, by whom, and what this reader has to do with it. */
export function ActItem({ act, names, reader }: { act: ActView; names: Names; reader: ActReader }) {
  const { word, look } = amendmentLabels[act.status];
  return (
    <Section title={titleOf(act)} end={<Status look={look}>{word}</Status>} sub>
      <ChangeList act={act} names={names} />
      <p className="m">{sayWho(act)}</p>
      {act.remark ? <p className="say">{act.remark}</p> : null}
      {act.verdict && act.status === 'held' ? (
        <Fold summary="为什么待处理" open>
          <VerdictTable verdict={act.verdict} />
        </Fold>
      ) : null}
      <Steps act={act} reader={reader} />
    </Section>
  );
}
