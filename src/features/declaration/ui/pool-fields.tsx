import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredText } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import { riskWords } from '../labels.ts';
import type { LineOptions } from '../queries/load-line-desk.ts';
import type { Faults, LineFields } from '../schema/line-form.ts';
import { mostListed } from '../schema/listed-codes.ts';

/** What the parts of a line's form are drawn from. */
export type LineFormProps = { fields: LineFields; faults: Faults; options: LineOptions; year: number };

const risks = Object.entries(riskWords).map(([value, label]) => ({ value, label }));

const group = { type: 'checkbox', hideLegend: true } as const;
const yes = (label: string) => [{ value: 'yes', label }];

function Territories({ fields, faults, options }: LineFormProps) {
  const chosen = fields.territories.length;
  return (
    <Fold summary={chosen > 0 ? `属地，已选 ${chosen} 个` : '属地，不限'} open={chosen > 0}>
      <AnsweredChoices
        {...group}
        legend="属地"
        name="territories"
        value={fields.territories}
        options={options.territories}
        error={faults.territories?.[0]}
        className="two-columns"
      />
    </Fold>
  );
}

function Conditions(props: LineFormProps) {
  const { fields } = props;
  const riskGroup = { type: 'checkbox', legend: '信用风险', hint: '都不选等于不限', className: 'inline-choices' } as const;
  return (
    <>
      <AnsweredChoices {...group} legend="园区" name="inPark" value={[fields.inPark]} options={yes('只查园区企业')} />
      <AnsweredChoices {...group} legend="重点企业" name="keyOnly" value={[fields.keyOnly]} options={yes('只查重点企业')} />
      <AnsweredChoices {...riskGroup} name="risks" value={fields.risks} options={risks} />
      <Territories {...props} />
    </>
  );
}

function Listed({ fields, faults }: LineFormProps) {
  const hint = `最多 ${mostListed} 家，逐家核对校验码和企业库`;
  return <AnsweredArea label="统一社会信用代码，一行一个" name="list" value={fields.list} error={faults.list?.[0]} rows={6} hint={hint} />;
}

/** Whom a line checks: the agency's own words, and how the register finds them. */
export function PoolFields(props: LineFormProps) {
  const { fields, faults } = props;
  const note = '行业随事项，另可限定园区、重点、风险、属地';
  const name = { width: 'l', maxLength: 100, hint: '按本单位的说法写，例如 园区企业、餐饮单位' } as const;
  return (
    <Section title="2　检查对象">
      <div className="stack list">
        <AnsweredText {...name} label="对象名称" name="poolLabel" value={fields.poolLabel} error={faults.poolLabel?.[0]} />
        <AnsweredChoices
          type="radio"
          legend="对象怎么定"
          name="poolKind"
          value={[fields.poolKind]}
          error={faults.poolKind?.[0]}
          options={[
            { value: 'conditions', label: '按条件从企业库选', note, more: <Conditions {...props} /> },
            { value: 'list', label: '逐家列出企业', more: <Listed {...props} /> },
          ]}
        />
      </div>
    </Section>
  );
}
