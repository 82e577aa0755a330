import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { mergeEnterprisesAction } from '../actions.ts';
import { sayRisk, saySize, statusLabels } from '../labels.ts';
import type { EnterpriseView } from '../queries/load-enterprise.ts';

type Pair = { readonly one: EnterpriseView; readonly other: EnterpriseView };
type Row = { readonly term: string; readonly one: string; readonly other: string };

const yes = (value: boolean) => (value ? '是' : '否');

function factsOf(side: EnterpriseView): readonly (readonly [string, string])[] {
  return [
    ['统一社会信用代码', side.uscc],
    ['企业名称', side.name],
    ['地址', side.address],
    ['属地', side.territory],
    ['在园区', yes(side.inPark)],
    ['行业', side.industryName],
    ['规模', saySize(side.size)],
    ['信用风险等级', sayRisk(side.risk)],
    ['重点企业', yes(side.keyEnterprise)],
    ['状态', statusLabels[side.status].word],
    ['本年有效备案', `${side.visitsByAll} 次`],
    ['参加过的抽取', `${side.draws.length} 次`],
  ];
}

function rowsOf({ one, other }: Pair): Row[] {
  const values = new Map(factsOf(other));
  return factsOf(one).map(([term, value]) => ({ term, one: value, other: values.get(term) ?? '' }));
}

const columns: Column<Row>[] = [
  { key: 'term', head: '登记', rowHead: true, nowrap: true, cell: ({ term }) => term },
  { key: 'one', head: '一条', stacked: '一条', cell: ({ one }) => one },
  { key: 'other', head: '另一条', stacked: '另一条', cell: ({ one, other }) => (one === other ? '同左' : <b>{other}</b>) },
];

function MergeForm({ one, other }: Pair) {
  const option = ({ id, name, uscc, visitsByAll }: EnterpriseView) => ({
    ...{ value: id, label: name, note: `${uscc}　本年有效备案 ${visitsByAll} 次` },
  });
  return (
    <ActionForm action={mergeEnterprisesAction} className="stack close" errorTitle="没有合并">
      <input type="hidden" name="one" value={one.id} />
      <input type="hidden" name="other" value={other.id} />
      <AnsweredChoices type="radio" legend="保留哪一条" name="kept" value={[]} options={[option(one), option(other)]} />
      <AnsweredArea label="理由" name="reason" maxLength={500} hint="怎样核实是同一家企业，例如 营业执照、变更登记" />
      <SubmitButton look="primary" pending="正在合并">
        合并这两条
      </SubmitButton>
    </ActionForm>
  );
}

/** Two rows side by side, and the form that lets one stand for both. */
export function MergePage({ one, other }: Pair) {
  return (
    <>
      <PageHead title="比较两条企业记录" crumb={{ href: '/enterprises/duplicates', label: '疑似重复', here: '比较' }} />
      <div className="g">
        <Section className="c7" title="登记">
          <DataTable label="两条企业记录" look="rows" columns={columns} rows={rowsOf({ one, other })} rowKey={({ term }) => term} />
        </Section>
        <Section className="c5" title="合并">
          <p className="m mb-4">并入的一条不再查到、抽取、备案，以往的备案仍记在它名下；随时可以撤回。</p>
          <MergeForm one={one} other={other} />
        </Section>
      </div>
    </>
  );
}
