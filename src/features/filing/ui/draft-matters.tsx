import { Fragment, type ReactNode } from 'react';
import { formWords } from '#domain/inspection/words.ts';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { kindWords, shortKindWords } from '../labels.ts';
import type { DraftDesk } from '../queries/load-draft-desk.ts';
import type { EntryOption } from '../queries/load-draft-options.ts';

/** Facts of an entry; a line breaks between them, never inside one. */
function noteOf(entry: EntryOption): ReactNode {
  const place = entry.position ? `${entry.drawNo} 第 ${entry.position} 位` : entry.fullCoverage ? '全覆盖，不抽取' : '这家企业未抽中';
  const facts = [
    shortKindWords[entry.kind],
    `${entry.fromDay} 至 ${entry.toDay}`,
    formWords[entry.form],
    `计划 ${entry.quota} 家，余 ${entry.left} 家`,
    place,
  ];
  return facts.map((fact) => (
    <Fragment key={fact}>
      <span className="nw">{fact}</span>
      {'　'}
    </Fragment>
  ));
}

function Entries({ entries, chosen }: { entries: readonly EntryOption[]; chosen: string }) {
  return entries.map((entry) => (
    <Choice
      key={entry.no}
      type="radio"
      name="planEntry"
      value={entry.no}
      label={`${entry.no}　${entry.title}`}
      note={noteOf(entry)}
      checked={entry.no === chosen}
    />
  ));
}

function EntryChoices({ desk }: { desk: DraftDesk }) {
  const { entries } = desk.options;
  const chosen = desk.body.planEntry;
  const near = entries.filter((entry) => entry.position !== null || (entry.fullCoverage && entry.covers) || entry.no === chosen);
  const others = entries.filter((entry) => !near.includes(entry));
  return (
    <ChoiceGroup legend="使用的计划项" id="planEntry" className="c6">
      <Choice type="radio" name="planEntry" value="" label="不使用计划项" note="上级部署检查、个案检查" checked={chosen === ''} />
      <Entries entries={near} chosen={chosen} />
      {others.length > 0 ? (
        <Fold summary={`本单位其他计划项 ${others.length} 个`}>
          <Entries entries={others} chosen={chosen} />
        </Fold>
      ) : null}
    </ChoiceGroup>
  );
}

function MatterChoices({ desk }: { desk: DraftDesk }) {
  const chosen = new Set(desk.body.matters);
  return (
    <ChoiceGroup legend="检查事项" id="matters" className="c6">
      {desk.options.matters.map((matter) => (
        <Choice
          key={matter.code}
          type="checkbox"
          name="matters"
          value={matter.code}
          label={matter.name}
          note={`${matter.basis}　${matter.specialField ? '特殊行业、重点领域' : '一般事项'}`}
          checked={chosen.has(matter.code)}
        />
      ))}
      {desk.options.matters.length === 0 ? (
        <EmptyState title="没有可选的事项。" condition="本单位公布的事项都不覆盖这家企业的行业。" />
      ) : null}
    </ChoiceGroup>
  );
}

/** Kind, plan entry, matters, form of the check. */
export function DraftMatters({ desk }: { desk: DraftDesk }) {
  const forms = Object.entries(formWords).map(([value, label]) => ({ value, label }));
  return (
    <Section title="2　计划项与检查事项">
      <ChoiceGroup legend="检查类型" id="kind" className="inline-choices">
        {Object.entries(kindWords).map(([value, label]) => (
          <Choice key={value} type="radio" name="kind" value={value} label={label} checked={desk.body.kind === value} />
        ))}
      </ChoiceGroup>
      <div className="g tight">
        <EntryChoices desk={desk} />
        <MatterChoices desk={desk} />
      </div>
      <SelectField label="检查方式" name="form" options={forms} value={desk.body.form || 'onsite'} width="s" />
    </Section>
  );
}
