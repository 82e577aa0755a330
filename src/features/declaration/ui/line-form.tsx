import { sourceWords } from '#domain/declaration/line.ts';
import { formWords } from '#domain/inspection/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { addLineAction, changeLineAction } from '../actions.ts';
import type { LineDesk } from '../queries/load-line-desk.ts';
import { type LineFormProps, PoolFields } from './pool-fields.tsx';
import { PeriodFields, QuantityFields } from './when-fields.tsx';

const choicesOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const [forms, sources] = [choicesOf(formWords), choicesOf(sourceWords)];

function MatterFields({ fields, faults, options }: LineFormProps) {
  const chosen = options.matters.find(({ value }) => value === fields.matter);
  return (
    <Section title="1　检查事项">
      <div className="stack list">
        <AnsweredSelect
          label="事项"
          name="matter"
          blank="请选择"
          options={options.matters}
          value={fields.matter}
          error={faults.matter?.[0]}
          width="l"
          hint="只列本单位现行清单中的事项；选好后按“测算”带出依据和行业"
        />
        {chosen ? <p className="m">行业范围　{chosen.industries.length > 0 ? chosen.industries.join('、') : '不限行业'}</p> : null}
        <AnsweredText
          label="依据"
          name="basis"
          value={fields.basis}
          error={faults.basis?.[0]}
          width="l"
          maxLength={300}
          hint="不填的，按清单中的依据"
          optional
        />
      </div>
    </Section>
  );
}

function Partners({ fields, faults, options }: LineFormProps) {
  const chosen = fields.partners.length;
  return (
    <Fold summary={chosen > 0 ? `配合单位，已选 ${chosen} 个` : '配合单位'} open={chosen > 0}>
      <AnsweredChoices
        type="checkbox"
        legend="本区县的单位"
        name="partners"
        value={fields.partners}
        options={options.agencies}
        error={faults.partners?.[0]}
        className="two-columns"
      />
      <AnsweredText
        label="其他配合单位"
        name="partnersText"
        value={fields.partnersText}
        error={faults.partnersText?.[0]}
        width="l"
        maxLength={200}
        optional
      />
    </Fold>
  );
}

function OtherFields(props: LineFormProps) {
  const { fields, faults } = props;
  const choice = { width: 's' } as const;
  return (
    <Section title="5　方式、来源、配合单位">
      <div className="stack list">
        <div className="btns end-aligned">
          <AnsweredSelect {...choice} label="检查方式" name="form" options={forms} value={fields.form} error={faults.form?.[0]} />
          <AnsweredSelect {...choice} label="任务来源" name="source" options={sources} value={fields.source} error={faults.source?.[0]} />
        </div>
        <Partners {...props} />
        <AnsweredArea label="备注" name="remark" value={fields.remark} error={faults.remark?.[0]} rows={2} maxLength={300} optional />
      </div>
    </Section>
  );
}

/** The form of one line. 测算 carries it in the address and shows what it comes to; only keeping it changes anything. */
export function LineForm({ desk, ...props }: LineFormProps & { desk: LineDesk }) {
  const { declaration, line } = desk;
  const here = line ? `/declarations/lines/${line.id}` : `/declarations/${declaration.id}/lines/new`;
  return (
    <ActionForm action={line ? changeLineAction : addLineAction} className="stack close" errorTitle="没有存入申报">
      {line ? <input type="hidden" name="line" value={line.id} /> : <input type="hidden" name="declaration" value={declaration.id} />}
      <MatterFields {...props} />
      <PoolFields {...props} />
      <QuantityFields {...props} />
      <PeriodFields {...props} />
      <OtherFields {...props} />
      <div className="btns">
        <SubmitButton look="primary" pending="正在存入">
          {line ? '保存这一行' : '存入申报'}
        </SubmitButton>
        <button type="submit" className={buttonClass()} formMethod="get" formAction={here} name="reckon" value="yes">
          测算
        </button>
        <a href={`/declarations/${declaration.id}`}>不存，返回申报</a>
      </div>
    </ActionForm>
  );
}
