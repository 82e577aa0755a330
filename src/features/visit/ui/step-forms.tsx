import { refusalGrounds } from '#domain/visit/steps.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { checkInAction, checkOutAction, giveOpinionAction, refuseEntryAction } from '../actions.ts';
import { refusalWords } from '../labels.ts';
import type { PhoneVisit } from '../queries/load-phone-day.ts';

function EntryForms({ visit }: { visit: PhoneVisit }) {
  return (
    <Section title="入企">
      <ActionForm action={checkInAction} className="stack">
        <input type="hidden" name="filing" value={visit.id} />
        <AnsweredText label="本单位到场人数" name="people" value={String(visit.ownPeople)} width="s" />
        <SubmitButton pending="正在签到" look="primary">
          签到入企
        </SubmitButton>
      </ActionForm>
      <ActionForm action={refuseEntryAction} className="stack">
        <input type="hidden" name="filing" value={visit.id} />
        <AnsweredSelect
          label="企业拒绝入企的理由"
          name="ground"
          options={refusalGrounds.map((value) => ({ value, label: refusalWords[value] }))}
        />
        <AnsweredArea label="企业的说法" name="text" id="refused-text" maxLength={300} optional />
        <SubmitButton pending="正在记录" look="negative">
          记录拒绝入企
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** The steps of a visit as forms, for a phone without scripts: each is done at the moment in which it is sent. */
export function StepForms({ visit }: { visit: PhoneVisit }) {
  if (!visit.checkedInAt) return <EntryForms visit={visit} />;
  return (
    <>
      <p>
        <a href={`/filings/${visit.id}/findings`}>录入检查结果</a>
      </p>
      <Section title="企业意见">
        <ActionForm action={giveOpinionAction} className="stack">
          <input type="hidden" name="filing" value={visit.id} />
          <AnsweredArea label="企业意见" name="text" id="opinion-text" maxLength={500} optional />
          <AnsweredText label="签字人（纸面签字）" name="signer" />
          <label className="pick">
            <input type="checkbox" name="refused" value="true" />
            <span>企业拒签</span>
          </label>
          <SubmitButton pending="正在存下">存下企业意见</SubmitButton>
        </ActionForm>
      </Section>
      {visit.checkedOutAt ? null : (
        <ActionForm action={checkOutAction}>
          <input type="hidden" name="filing" value={visit.id} />
          <SubmitButton pending="正在签退" look="primary">
            离企签退
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
