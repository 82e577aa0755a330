import type { EntryRule } from '#domain/inspection/entry-rule.ts';
import { entryRules } from '#domain/inspection/entry-rules.ts';
import { type SaidValue, sayPolicy } from '#domain/inspection/policy-words.ts';
import type { Policy } from '#domain/law/policy.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { Section } from '#ui/section.tsx';
import type { RulesView } from '../queries.ts';

function sayBasis(rule: EntryRule, policy: Policy): string {
  const { instrument, locator } = rule.basis(policy);
  return [instrument, locator].filter(Boolean).join('，');
}

function Sentence({ rule, view }: { rule: EntryRule; view: RulesView }) {
  return (
    <>
      {rule.sentence(view.policy)}
      {rule.id === 'drawn' ? (
        <a className="line" href={`/draws?district=${view.district}`}>
          看每次抽取，自己验证
        </a>
      ) : null}
    </>
  );
}

const columnsOf = (policy: Policy, view: RulesView): Column<EntryRule>[] => [
  { key: 'rule', head: '规则', rowHead: true, nowrap: true, cell: ({ id, title }) => <b id={id}>{title}</b> },
  { key: 'sentence', head: '说明', cell: (rule) => <Sentence rule={rule} view={view} /> },
  { key: 'applies', head: '适用', stacked: '适用', cell: (rule) => rule.applies(policy) },
  { key: 'value', head: '本地取值', stacked: '本地取值', cell: (rule) => <b>{rule.value(policy)}</b> },
  { key: 'basis', head: '依据', stacked: '依据', cell: (rule) => <span className="s">{sayBasis(rule, policy)}</span> },
  { key: 'from', head: '起用', nowrap: true, stacked: '起用', cell: () => policy.effectiveFrom },
];

const valueColumns = ({ effectiveFrom }: Policy): Column<SaidValue>[] => [
  { key: 'title', head: '名称', rowHead: true, nowrap: true, cell: ({ key, title }) => <b id={`value-${key}`}>{title}</b> },
  { key: 'say', head: '本地取值', stacked: '本地取值', cell: ({ say }) => <b>{say}</b> },
  { key: 'note', head: '说明', stacked: '说明', cell: ({ note }) => note },
  {
    key: 'source',
    head: '依据',
    stacked: '依据',
    cell: ({ source: { instrument, locator } }) => <span className="s">{[instrument, locator].filter(Boolean).join('，')}</span>,
  },
  { key: 'from', head: '起用', nowrap: true, stacked: '起用', cell: () => effectiveFrom },
];

/** Every value that the rules, clocks and alerts work with. */
function Values({ policy }: { policy: Policy }) {
  const values = sayPolicy(policy);
  return (
    <Section title={`时限和数值 ${values.length} 项`} end={<a href={`/api/public/v1/rules?district=${policy.districtCode}`}>机器可读</a>}>
      <DataTable label="时限和数值表" look="rows" columns={valueColumns(policy)} rows={values} rowKey={({ key }) => key} />
    </Section>
  );
}

/** Every entry rule in force, in words, with the district's value and its source: made from the code and the policy that decide. */
export function RulesPage({ view }: { view: RulesView }) {
  const { policy } = view;
  return (
    <>
      <PageHead title="现行规则" note={`${view.name}　政策第 ${policy.version} 版　由系统按实际使用的规则自动生成`} />
      <SavedFilters
        label="区县"
        items={view.districts.map(({ code, name }) => ({ href: `/rules?district=${code}`, label: name, current: code === view.district }))}
      />
      <p className="mb-6">每次备案都按下面的规则判定。不符合的，系统写明是哪一条、依据是什么、用了哪些事实，以及怎样改就可以。</p>
      <Section title={`入企规则 ${entryRules.length} 条`} end="按判定顺序">
        <DataTable label="入企规则表" look="rows" columns={columnsOf(policy, view)} rows={entryRules} rowKey={({ id }) => id} />
      </Section>
      <Values policy={policy} />
    </>
  );
}
