import { isPermitted, type Role } from '#domain/access/permissions.ts';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { recheckRectificationAction, reportRectificationAction, startRecheckAction } from '../actions.ts';
import { orderLabels } from '../labels.ts';
import type { FindingShown, PartDesk, PartView } from '../queries/load-part-desk.ts';
import { DueMark } from './due-mark.tsx';

type Ordered = FindingShown & { readonly rectification: NonNullable<FindingShown['rectification']> };
type Props = { readonly desk: PartDesk; readonly finding: Ordered; readonly role: Role; readonly isOwn: boolean };

function Report({ finding }: Props) {
  return (
    <Fold summary="记录企业的整改报告">
      <ActionForm action={reportRectificationAction} className="stack close" errorTitle="没有记录">
        <input type="hidden" name="finding" value={finding.id} />
        <AnsweredArea label="企业报告的整改情况" name="note" id={`report-${finding.no}`} maxLength={500} />
        <SubmitButton pending="正在记录">记录整改报告</SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function Recheck({ finding }: Props) {
  return (
    <Fold summary="书面复查，不再入企">
      <ActionForm action={recheckRectificationAction} className="stack close" errorTitle="没有记录">
        <input type="hidden" name="finding" value={finding.id} />
        <AnsweredChoices
          {...{ type: 'radio', legend: '复查结论', name: 'outcome', value: [] }}
          options={[
            { value: 'passed', label: '合格' },
            { value: 'failed', label: '不合格' },
          ]}
        />
        <AnsweredArea label="怎样复查的" name="note" id={`recheck-${finding.no}`} maxLength={500} />
        <SubmitButton pending="正在记录">记录复查结论</SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function Visit({ finding }: Props) {
  return (
    <ActionForm action={startRecheckAction} errorTitle="没有打开">
      <input type="hidden" name="finding" value={finding.id} />
      <SubmitButton pending="正在打开">填报入企复查备案</SubmitButton>
    </ActionForm>
  );
}

function Course({ desk, finding: { rectification: order } }: Props) {
  const at = (instant: Date | null) => (instant ? momentWords(instant, desk.now) : '');
  return (
    <>
      <p>
        <Status look={orderLabels[order.status].look}>{orderLabels[order.status].word}</Status>　期限{' '}
        <DueMark day={plainDayOf(order.dueDay)} today={desk.today} done={order.recheckedAt !== null} />
      </p>
      <p>{order.demand}</p>
      {order.reportedAt ? (
        <p>
          {at(order.reportedAt)} 企业报告：{order.reportedNote}
        </p>
      ) : null}
      {order.recheckedAt ? (
        <p>
          {at(order.recheckedAt)} 复查：{order.recheckNote}
          {order.recheckFiling ? <a href={`/filings/${order.recheckFiling.id}/findings`}>{order.recheckFiling.filingNo}</a> : null}
        </p>
      ) : null}
    </>
  );
}

/** One order to correct: how far it is, and what its agency can do. */
function Order(props: Props) {
  const { finding, role, isOwn } = props;
  const isOpen = isOwn && (finding.rectification.status === 'ordered' || finding.rectification.status === 'reported');
  return (
    <Section title={finding.no} sub>
      <div className="stack close">
        <Course {...props} />
        {isOpen && isPermitted(role, 'rectification.report') ? <Report {...props} /> : null}
        {isOpen && isPermitted(role, 'rectification.recheck') ? <Recheck {...props} /> : null}
        {isOpen && isPermitted(role, 'draft.save') ? <Visit {...props} /> : null}
      </div>
    </Section>
  );
}

/** All orders of one agency's part. */
export function Orders({ desk, part, role }: { desk: PartDesk; part: PartView; role: Role }) {
  const ordered = part.findings.filter((finding): finding is Ordered => finding.rectification !== null);
  return ordered.map((finding) => <Order key={finding.id} {...{ desk, finding, role, isOwn: part.isOwn }} />);
}
