import { kindWords, triggerWords } from '#domain/inspection/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { spanWords } from '#ui/words.ts';
import { joinFilingAction } from '../actions.ts';
import type { AmendDesk } from '../queries/load-desks.ts';
import { AmendAnswer } from './amend-answer.tsx';
import { ClaimFields, PartFields } from './part-fields.tsx';

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** The entry chosen decides which matters can be: chosen first, by a form of its own that works without scripts. */
function EntryChoice({ desk: { body, options } }: { desk: AmendDesk }) {
  const entries = options.entries.map(({ no, title }) => ({ value: no, label: `${no}　${title}` }));
  return (
    <form method="get" className="btns end-aligned mb-6">
      <SelectField label="使用的计划项" name="entry" blank="不使用计划项" options={entries} value={body.planEntry} width="l" />
      <button type="submit" className={buttonClass()}>
        列出这一项的事项
      </button>
    </form>
  );
}

function Ground({ desk: { body } }: { desk: AmendDesk }) {
  const kinds = optionsOf(kindWords).filter(({ value }) => value !== 'case');
  return (
    <Section title="检查类型和缘由" sub>
      <input type="hidden" name="planEntry" value={body.planEntry} />
      <AnsweredChoices
        {...{ type: 'radio', legend: '检查类型', name: 'kind', options: kinds, value: [body.kind], className: 'inline-choices' }}
      />
      <Fold summary="检查缘由（上级部署检查必填）" open={body.triggerType !== ''}>
        <AnsweredSelect label="缘由" name="triggerType" blank="请选择" options={optionsOf(triggerWords)} value={body.triggerType} />
        <AnsweredText label="文号或编号" name="triggerReference" value={body.triggerReference} size={30} />
      </Fold>
    </Section>
  );
}

/** Another agency comes along at the time that is filed, with its own matters and people; its own head approves. */
export function JoinPage({ desk }: { desk: AmendDesk }) {
  const { standing, fault } = desk;
  const { id, filingNo, enterprise, leadName, start } = standing;
  const facts = [
    { term: '企业', value: enterprise },
    { term: '牵头单位', value: leadName },
    { term: '时间', value: `${spanWords(standing, start)}（由牵头单位定，参加的单位同次入企）` },
  ];
  return (
    <>
      <PageHead title="参加联合检查" note={filingNo} crumb={{ href: '/filings', label: '备案', here: '参加联合检查' }} />
      <KeyValues items={facts} />
      {fault ? <p className="say mb-6">{fault}</p> : null}
      <Section title="本单位的检查">
        <EntryChoice desk={desk} />
        <ActionForm action={joinFilingAction} className="stack close" errorTitle="还不能送批">
          <input type="hidden" name="filing" value={id} />
          <AmendAnswer />
          <Ground desk={desk} />
          <PartFields desk={desk} />
          <ClaimFields desk={desk} />
          <AnsweredArea label="参加的说明" name="reason" maxLength={500} />
          <SubmitButton pending="正在送批" look="primary" unavailable={fault !== null}>
            送本单位负责人批准
          </SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
