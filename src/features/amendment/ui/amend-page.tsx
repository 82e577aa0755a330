import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea, AnsweredText } from '#ui/answered-field.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { spanWords } from '#ui/words.ts';
import { proposeAmendmentAction } from '../actions.ts';
import type { AmendDesk } from '../queries/load-desks.ts';
import { AmendAnswer } from './amend-answer.tsx';
import { ClaimFields, PartFields } from './part-fields.tsx';

function TimeFields({ desk: { body } }: { desk: AmendDesk }) {
  return (
    <Section title="时间" sub>
      <div className="btns end-aligned">
        <AnsweredText label="入企日期" name="day" value={body.day} size={11} placeholder="2026-12-22" />
        <AnsweredText label="开始时间" name="startTime" value={body.startTime} size={6} placeholder="09:00" />
        <AnsweredText label="结束时间" name="endTime" value={body.endTime} size={6} placeholder="11:30" />
        <AnsweredText label="结束日期" name="endDay" value={body.endDay} size={11} optional hint="多日检查才填" />
      </div>
    </Section>
  );
}

/** The lead changes people, time or scope of a filed visit; it is judged anew and laid before the head. */
export function AmendPage({ desk }: { desk: AmendDesk }) {
  const { standing, fault } = desk;
  const { id, filingNo, enterprise } = standing;
  return (
    <>
      <PageHead
        title="变更备案"
        note={`${enterprise}　${spanWords(standing, standing.start)}`}
        crumb={{ href: `/filings/${id}`, label: filingNo ?? '备案', here: '变更' }}
      />
      {fault ? <p className="say mb-6">{fault}</p> : null}
      <ActionForm action={proposeAmendmentAction} className="stack close" errorTitle="还不能送批">
        <input type="hidden" name="filing" value={id} />
        <AmendAnswer />
        <p className="hint">只改需要改的。编号和查验码不变；改了时间的，属地要重新签收，各方都会再次收到告知。</p>
        <TimeFields desk={desk} />
        <PartFields desk={desk} />
        <AnsweredText label="检查地点" name="site" optional hint={`不填即为登记地址：${desk.address}`} value={desk.body.site} width="l" />
        <ClaimFields desk={desk} />
        <AnsweredArea label="变更理由" name="reason" maxLength={500} />
        <SubmitButton pending="正在送批" look="primary" unavailable={fault !== null}>
          送分管负责人批准
        </SubmitButton>
      </ActionForm>
    </>
  );
}
