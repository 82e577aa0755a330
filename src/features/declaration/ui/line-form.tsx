import { sourceWords } from '#domain/declaration/line.ts';
import { formWords } from '#features/filing/labels.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { addLineAction, changeLineAction } from '../actions.ts';
import { partWords } from '../labels.ts';
import type { LineDesk } from '../queries/load-line-desk.ts';
import { type LineFormProps, PoolFields } from './pool-fields.tsx';

const choicesOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const monthChoices = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} 月` }));
const quarterChoices = ['一季度', '二季度', '三季度', '四季度'].map((label, index) => ({ value: String(index + 1), label }));

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
        <AnsweredText label="依据" name="basis" value={fields.basis} width="l" maxLength={300} hint="不填的，按清单中的依据" optional />
      </div>
    </Section>
  );
}

function QuantityFields({ fields, faults }: LineFormProps) {
  const count = <AnsweredText label="户数" name="count" value={fields.count} error={faults.count?.[0]} width="s" inputMode="numeric" />;
  const ratio = (
    <div className="btns end-aligned">
      <AnsweredText label="比例，%" name="ratio" value={fields.ratio} error={faults.ratio?.[0]} width="s" inputMode="decimal" />
      <AnsweredText
        label="计户数"
        name="ratioCount"
        value={fields.ratioCount}
        error={faults.ratioCount?.[0]}
        width="s"
        inputMode="numeric"
        optional
      />
    </div>
  );
  return (
    <Section title="3　数量">
      <AnsweredChoices
        type="radio"
        legend="一年查多少家"
        name="quantityKind"
        value={[fields.quantityKind === 'min' ? 'count' : fields.quantityKind]}
        error={faults.quantityKind?.[0]}
        options={[
          { value: 'count', label: '户数', more: count },
          { value: 'ratio', label: '按比例', more: ratio },
          { value: 'all', label: '全覆盖' },
        ]}
      />
    </Section>
  );
}

function PeriodFields({ fields, faults, year }: LineFormProps) {
  const half = [
    { value: '1', label: '上半年' },
    { value: '2', label: '下半年' },
  ];
  const group = { type: 'checkbox', hideLegend: true, className: 'inline-choices' } as const;
  const days = (
    <div className="btns end-aligned">
      <AnsweredText label="从" name="fromDay" value={fields.fromDay} error={faults.fromDay?.[0]} width="s" placeholder={`${year}-09-21`} />
      <AnsweredText label="到" name="toDay" value={fields.toDay} error={faults.toDay?.[0]} width="s" placeholder={`${year}-09-30`} />
    </div>
  );
  const months = (
    <AnsweredChoices {...group} legend="哪几个月" name="months" value={fields.months} error={faults.months?.[0]} options={monthChoices} />
  );
  const quarters = (
    <AnsweredChoices
      {...group}
      legend="哪几个季度"
      name="quarters"
      value={fields.quarters}
      error={faults.quarters?.[0]}
      options={quarterChoices}
    />
  );
  const parts = (
    <AnsweredSelect label="每月的哪一段" name="part" blank="整月" options={choicesOf(partWords)} value={fields.part} width="s" />
  );
  return (
    <Section title="4　时间">
      <AnsweredChoices
        type="radio"
        legend="什么时候查"
        name="periodKind"
        value={[fields.periodKind]}
        error={faults.periodKind?.[0]}
        options={[
          { value: 'month', label: '某几个月', more: months },
          { value: 'quarter', label: '某几个季度', more: quarters },
          {
            value: 'half',
            label: '半年',
            more: (
              <AnsweredSelect
                label="哪半年"
                name="half"
                blank="请选择"
                options={half}
                value={fields.half}
                error={faults.half?.[0]}
                width="s"
              />
            ),
          },
          { value: 'year', label: '全年' },
          { value: 'monthly', label: '每月', more: parts },
          { value: 'range', label: '具体日期', more: days },
        ]}
      />
    </Section>
  );
}

function OtherFields({ fields, faults, options }: LineFormProps) {
  return (
    <Section title="5　方式、来源、配合单位">
      <div className="stack list">
        <div className="btns end-aligned">
          <AnsweredSelect
            label="检查方式"
            name="form"
            options={choicesOf(formWords)}
            value={fields.form}
            error={faults.form?.[0]}
            width="s"
          />
          <AnsweredSelect
            label="任务来源"
            name="source"
            options={choicesOf(sourceWords)}
            value={fields.source}
            error={faults.source?.[0]}
            width="s"
          />
        </div>
        <Fold
          summary={fields.partners.length > 0 ? `配合单位，已选 ${fields.partners.length} 个` : '配合单位'}
          open={fields.partners.length > 0}
        >
          <AnsweredChoices
            type="checkbox"
            legend="本区县的单位"
            name="partners"
            value={fields.partners}
            options={options.agencies}
            error={faults.partners?.[0]}
            className="two-columns"
          />
          <AnsweredText label="其他配合单位" name="partnersText" value={fields.partnersText} width="l" maxLength={200} optional />
        </Fold>
        <AnsweredArea label="备注" name="remark" value={fields.remark} rows={2} maxLength={300} optional />
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
