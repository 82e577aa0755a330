import type { Role } from '#domain/access/permissions.ts';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import {
  approveFilingAction,
  decideFilingAction,
  returnFilingAction,
  reviseFilingAction,
  revokeFilingAction,
  withdrawFilingAction,
} from '../actions.ts';
import { decisionWords } from '../labels.ts';
import type { FilingView } from '../queries/load-filing.ts';
import { VerdictAnswer } from './verdict-answer.tsx';

type Reader = { readonly role: Role; readonly userId: string; readonly agencyCode: string };

function Reasoned({ filing, action, label, verb }: { filing: string; action: typeof returnFilingAction; label: string; verb: string }) {
  return (
    <Fold summary={verb}>
      <ActionForm action={action} className="stack close">
        <input type="hidden" name="filing" value={filing} />
        <AnsweredArea label={label} name="reason" id={`reason-${verb}`} maxLength={500} />
        <SubmitButton pending={`正在${verb}`} look="negative">
          {verb}
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function Approval({ filing, reader }: { filing: FilingView; reader: Reader }) {
  const isOwn = filing.authorId === reader.userId;
  return (
    <Section title="批准" className="noprint">
      <ActionForm action={approveFilingAction} errorTitle="没有批准">
        <input type="hidden" name="filing" value={filing.id} />
        <VerdictAnswer />
        <p className="hint mb-3" id="approve-why">
          {isOwn ? '您填报的备案须由另一位负责人批准。' : '批准时按现在的时间重新判定；符合的即时备案，生成编号和查验码。'}
        </p>
        <SubmitButton pending="正在批准" look="primary" unavailable={isOwn} reason="approve-why">
          批准
        </SubmitButton>
      </ActionForm>
      <Reasoned filing={filing.id} action={returnFilingAction} label="退回理由" verb="退回填报人" />
    </Section>
  );
}

function Decision({ filing }: { filing: FilingView }) {
  return (
    <Section title="处理意见" className="noprint">
      <ActionForm action={decideFilingAction} className="stack close" errorTitle="没有办成">
        <input type="hidden" name="filing" value={filing.id} />
        <VerdictAnswer />
        {filing.heldDueDay ? (
          <p className="m">
            应于 {plainDayOf(filing.heldDueDay)} 前处理{filing.isOverdue ? '，已逾期，已报办公室主任' : ''}。不处理不等于同意。
          </p>
        ) : null}
        <AnsweredChoices
          type="radio"
          legend="意见"
          name="decision"
          options={Object.entries(decisionWords).map(([value, label]) => ({ value, label }))}
          value={[]}
        />
        <AnsweredArea label="理由（附条件的，写明条件）" name="reason" maxLength={500} />
        <SubmitButton pending="正在处理" look="primary">
          记录处理意见
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** A filing that stands can still be changed, as a registered act. */
function Amending({ filing }: { filing: string }) {
  return (
    <p className="noprint mb-6">
      <a className={buttonClass()} href={`/filings/${filing}/amend`}>
        变更备案
      </a>
    </p>
  );
}

function Revision({ filing }: { filing: string }) {
  return (
    <Section title="下一步" className="noprint">
      <ActionForm action={reviseFilingAction}>
        <input type="hidden" name="filing" value={filing} />
        <SubmitButton pending="正在打开" look="primary">
          修改后重新送批
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

const withdrawable = new Set(['submitted', 'held', 'filed', 'filedWithCondition']);

const isOfLead = (filing: FilingView, reader: Reader) =>
  filing.leadAgencyCode === reader.agencyCode && (reader.role === 'agencyFiler' || reader.role === 'agencyHead');

/** How this reader can end the filing: its agency withdraws it, the director takes it out of force. */
export function FilingEndings({ filing, reader }: { filing: FilingView; reader: Reader }) {
  const isFiled = filing.status === 'filed' || filing.status === 'filedWithCondition';
  const canWithdraw = isOfLead(filing, reader) && withdrawable.has(filing.status);
  const canRevoke = reader.role === 'officeDirector' && isFiled;
  if (!canWithdraw && !canRevoke) return null;
  return (
    <div className="noprint mt-6">
      {canWithdraw ? <Reasoned filing={filing.id} action={withdrawFilingAction} label="撤回理由" verb="撤回备案" /> : null}
      {canRevoke ? <Reasoned filing={filing.id} action={revokeFilingAction} label="撤销理由" verb="撤销备案" /> : null}
    </div>
  );
}

/** What this reader has to do with the filing now; the server refuses anything else in any case. */
export function FilingSteps({ filing, reader }: { filing: FilingView; reader: Reader }) {
  const { status } = filing;
  const isOffice = reader.role === 'officeClerk' || reader.role === 'officeDirector';
  if (status === 'held' && isOffice) return <Decision filing={filing} />;
  if (!isOfLead(filing, reader)) return null;
  if (status === 'submitted' && reader.role === 'agencyHead') return <Approval filing={filing} reader={reader} />;
  const isStanding = status === 'filed' || status === 'filedWithCondition';
  if (isStanding && !filing.emergency && reader.role === 'agencyFiler') return <Amending filing={filing.id} />;
  const isRevisable = status === 'returned' || status === 'withdrawn';
  return isRevisable && reader.role === 'agencyFiler' ? <Revision filing={filing.id} /> : null;
}
