import { exemptionWords, formWords } from '#domain/inspection/words.ts';
import { separationWords } from '#features/filing/labels.ts';
import { AnsweredChoices, type ChoiceOption } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import type { AmendDesk } from '../queries/load-desks.ts';

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function peopleOf({ options: { inspectors } }: AmendDesk): ChoiceOption[] {
  return inspectors.map(({ credentialNo, name, agency, rank, validTo }) => ({
    value: credentialNo,
    label: `${name}　${agency}${rank ? `　抽取第 ${rank} 位` : ''}`,
    note: `${credentialNo}　有效期至 ${validTo}`,
  }));
}

function mattersOf({ options: { matters } }: AmendDesk): ChoiceOption[] {
  return matters.map(({ code, name, basis }) => ({ value: code, label: name, note: basis }));
}

/** Who comes and what for: the part of one agency. */
export function PartFields({ desk }: { desk: AmendDesk }) {
  const { body } = desk;
  return (
    <>
      <Section title="执法人员" end="不少于 2 人" sub>
        <AnsweredChoices
          {...{ type: 'checkbox', legend: '执法人员', name: 'inspectors', options: peopleOf(desk), value: body.inspectors }}
          hideLegend
          className="two-columns"
        />
      </Section>
      <Section title="检查事项" sub>
        <AnsweredChoices
          {...{ type: 'checkbox', legend: '检查事项', name: 'matters', options: mattersOf(desk), value: body.matters }}
          hideLegend
        />
        {desk.options.matters.length === 0 ? <EmptyState title="没有可选的事项。" /> : null}
      </Section>
      <AnsweredSelect label="检查方式" name="form" options={optionsOf(formWords)} value={body.form || 'onsite'} width="s" />
    </>
  );
}

/** What is claimed beyond the ordinary: it goes to the office. */
export function ClaimFields({ desk: { body } }: { desk: AmendDesk }) {
  const isOpen = [body.exemptionCode, body.overCapReason, body.separateGround].some((value) => value !== '');
  return (
    <Fold summary="例外情形、超频次、单独入企（须经办公室处理）" open={isOpen}>
      <div className="stack close">
        <AnsweredSelect label="例外情形" name="exemptionCode" blank="无" options={optionsOf(exemptionWords)} value={body.exemptionCode} />
        <AnsweredText label="证明" name="exemptionEvidence" hint="文号、编号等" value={body.exemptionEvidence} width="l" />
        <AnsweredArea label="例外的理由" name="exemptionReason" rows={2} maxLength={500} value={body.exemptionReason} optional />
        <AnsweredArea
          label="本年次数已满仍须检查的理由"
          name="overCapReason"
          rows={2}
          maxLength={500}
          value={body.overCapReason}
          optional
        />
        <AnsweredSelect
          label="不并入的情形"
          name="separateGround"
          blank="无"
          options={optionsOf(separationWords)}
          value={body.separateGround}
        />
        <AnsweredText label="不并入的说明" name="separateReason" value={body.separateReason} width="l" />
      </div>
    </Fold>
  );
}
