import { plainDayOf } from '#domain/calendar/iso.ts';
import { findingResults, followUps, followUpWords, resultWords } from '#domain/finding/codes.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { recordFindingsAction } from '../actions.ts';
import type { FindingShown, PartDesk, PartView } from '../queries/load-part-desk.ts';
import { Photos } from './photos.tsx';

type Matter = PartView['matters'][number];
type ItemProps = { readonly desk: PartDesk; readonly part: PartView; readonly matter: Matter; readonly index: number };

const options = <Key extends string>(values: readonly Key[], words: Readonly<Record<Key, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

function FollowUpFields({ desk, name, known }: { desk: PartDesk; name: (field: string) => string; known: FindingShown | undefined }) {
  const due = known?.rectification ? plainDayOf(known.rectification.dueDay) : '';
  const hint = `${desk.isUnified ? '联合检查统一期限' : '通常期限'}：${desk.proposedDue}`;
  return (
    <Fold summary="整改要求、移送或者抄告的单位、备注" open={known !== undefined && known.followUp !== 'none'}>
      <div className="stack close">
        <AnsweredArea label="整改要求（责令整改的）" name={name('demand')} rows={2} maxLength={500} value={known?.rectification?.demand} />
        <AnsweredText label="整改期限（责令整改的）" name={name('dueDay')} hint={hint} width="s" value={due} />
        <AnsweredSelect
          label="单位（移送、抄告的）"
          name={name('toAgency')}
          blank="请选择"
          options={desk.agencies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          value={known?.toAgencyCode ?? ''}
        />
        <AnsweredText label="后续处理备注" name={name('followUpNote')} width="l" maxLength={300} optional value={known?.followUpNote} />
      </div>
    </Fold>
  );
}

function Item({ desk, part, matter, index }: ItemProps) {
  const name = (field: string) => `items[${index}].${field}`;
  const known = part.findings.find(({ matterId }) => matterId === matter.id);
  return (
    <Section title={`${index + 1}. ${matter.name}`} end={known?.no} sub>
      <input type="hidden" name={name('matter')} value={matter.code} />
      <div className="stack close">
        <AnsweredChoices
          {...{ type: 'radio', legend: '是否检查', name: name('checked'), className: 'close' }}
          options={[
            { value: 'yes', label: '已检查' },
            { value: 'no', label: '没有检查' },
          ]}
          value={[known && !known.checked ? 'no' : 'yes']}
        />
        <AnsweredSelect
          {...{ label: '检查结果', name: name('result'), blank: '以后再录', options: options(findingResults, resultWords) }}
          value={known?.result ?? ''}
        />
        <AnsweredArea label="发现的情况，或者没有检查的原因" name={name('text')} rows={2} maxLength={1000} value={known?.text} />
        <AnsweredSelect
          {...{ label: '后续处理', name: name('followUp'), blank: '请选择', options: options(followUps, followUpWords) }}
          value={known?.followUp ?? ''}
        />
        <FollowUpFields desk={desk} name={name} known={known} />
        <Photos items={part.evidence.filter(({ matterId }) => matterId === matter.id)} of={matter.name} />
      </div>
    </Section>
  );
}

/** All matters of the own part in one form; a matter without a result is left for later. */
export function RecordForm({ desk, part }: { desk: PartDesk; part: PartView }) {
  return (
    <ActionForm action={recordFindingsAction} className="stack" errorTitle="没有存入结果">
      <input type="hidden" name="filing" value={desk.filing.id} />
      {part.matters.map((matter, index) => (
        <Item key={matter.id} {...{ desk, part, matter, index }} />
      ))}
      <div>
        <SubmitButton pending="正在存入" look="primary">
          存入检查结果
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
