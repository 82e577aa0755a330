import { partWords } from '#domain/declaration/period.ts';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { Section } from '#ui/section.tsx';
import type { LineFormProps } from './pool-fields.tsx';

function Share({ fields, faults }: LineFormProps) {
  const number = { width: 's', inputMode: 'decimal', maxLength: 10 } as const;
  return (
    <div className="btns end-aligned">
      <AnsweredText {...number} label="比例，%" name="ratio" value={fields.ratio} error={faults.ratio?.[0]} />
      <AnsweredText {...number} label="计户数" name="ratioCount" value={fields.ratioCount} error={faults.ratioCount?.[0]} optional />
    </div>
  );
}

/** How many enterprises a line checks a year. */
export function QuantityFields(props: LineFormProps) {
  const { fields, faults } = props;
  const number = { label: '户数', width: 's', inputMode: 'numeric', maxLength: 10 } as const;
  const count = <AnsweredText {...number} name="count" value={fields.count} error={faults.count?.[0]} />;
  const least = <AnsweredText {...number} label="最少户数" name="least" value={fields.least} error={faults.least?.[0]} />;
  return (
    <Section title="3　数量">
      <AnsweredChoices
        type="radio"
        legend="一年查多少家"
        name="quantityKind"
        value={[fields.quantityKind]}
        error={faults.quantityKind?.[0]}
        options={[
          { value: 'count', label: '按户数', more: count },
          { value: 'min', label: '不少于', more: least },
          { value: 'ratio', label: '按比例', more: <Share {...props} /> },
          { value: 'all', label: '全覆盖' },
        ]}
      />
    </Section>
  );
}

const monthChoices = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} 月` }));
const quarterChoices = ['一季度', '二季度', '三季度', '四季度'].map((label, index) => ({ value: String(index + 1), label }));
const partChoices = Object.entries(partWords).map(([value, label]) => ({ value, label }));
const halves = ['上半年', '下半年'].map((label, index) => ({ value: String(index + 1), label }));
const group = { type: 'checkbox', hideLegend: true, className: 'inline-choices' } as const;

function Months({ fields, faults }: LineFormProps) {
  return (
    <AnsweredChoices {...group} legend="哪几个月" name="months" value={fields.months} error={faults.months?.[0]} options={monthChoices} />
  );
}

function Quarters({ fields, faults }: LineFormProps) {
  const { quarters } = fields;
  return (
    <AnsweredChoices
      {...group}
      legend="哪几个季度"
      name="quarters"
      value={quarters}
      error={faults.quarters?.[0]}
      options={quarterChoices}
    />
  );
}

function Half({ fields, faults }: LineFormProps) {
  return (
    <AnsweredSelect label="哪半年" name="half" blank="请选择" options={halves} value={fields.half} error={faults.half?.[0]} width="s" />
  );
}

function Part({ fields }: LineFormProps) {
  return <AnsweredSelect label="每月的哪一段" name="part" blank="整月" options={partChoices} value={fields.part} width="s" />;
}

function Days({ fields, faults, year }: LineFormProps) {
  const day = { width: 's', maxLength: 10 } as const;
  return (
    <div className="btns end-aligned">
      <AnsweredText {...day} label="从" name="fromDay" value={fields.fromDay} error={faults.fromDay?.[0]} placeholder={`${year}-09-21`} />
      <AnsweredText {...day} label="到" name="toDay" value={fields.toDay} error={faults.toDay?.[0]} placeholder={`${year}-09-30`} />
    </div>
  );
}

/** When a line's visits lie, in every way that agencies write it. */
export function PeriodFields(props: LineFormProps) {
  const { fields, faults } = props;
  return (
    <Section title="4　时间">
      <AnsweredChoices
        type="radio"
        legend="什么时候查"
        name="periodKind"
        value={[fields.periodKind]}
        error={faults.periodKind?.[0]}
        options={[
          { value: 'month', label: '某几个月', more: <Months {...props} /> },
          { value: 'quarter', label: '某几个季度', more: <Quarters {...props} /> },
          { value: 'half', label: '半年', more: <Half {...props} /> },
          { value: 'year', label: '全年' },
          { value: 'monthly', label: '每月', more: <Part {...props} /> },
          { value: 'range', label: '具体日期', more: <Days {...props} /> },
        ]}
      />
    </Section>
  );
}
