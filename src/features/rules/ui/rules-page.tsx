import type { EntryRule } from '#domain/inspection/entry-rule.ts';
import { entryRules } from '#domain/inspection/entry-rules.ts';
import type { Policy } from '#domain/law/policy.ts';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { Section } from '#ui/section.tsx';
import type { RulesView } from '../queries.ts';

function Rule({ rule, policy, number }: { rule: EntryRule; policy: Policy; number: number }) {
  const basis = rule.basis(policy);
  return (
    <Section id={rule.id} title={`${number}　${rule.title}`} end={rule.applies(policy)}>
      <p className="cap">{rule.sentence(policy)}</p>
      <KeyValues
        tight
        items={[
          { term: '本地取值', value: rule.value(policy) },
          { term: '依据', value: [basis.instrument, basis.locator].filter(Boolean).join('，') },
          { term: '起用', value: policy.effectiveFrom },
        ]}
      />
    </Section>
  );
}

/** Every entry rule in force, in words, with the district's value and its source: made from the code and the policy that decide. */
export function RulesPage({ view }: { view: RulesView }) {
  const { policy } = view;
  return (
    <div className="stack">
      <PageHead
        title="现行规则和依据"
        note={`${view.name}　政策第 ${policy.version} 版，${policy.effectiveFrom} 起用　${entryRules.length} 条`}
      />
      <SavedFilters
        label="区县"
        items={view.districts.map(({ code, name }) => ({ href: `/rules?district=${code}`, label: name, current: code === view.district }))}
      />
      <p className="cap">
        每次入企检查备案，系统按下面的规则逐条判定，不符合的当场说明理由和依据。依据写文件名和位置；只有公开报道的，写明是公开报道要点。
      </p>
      {entryRules.map((rule, index) => (
        <Rule key={rule.id} rule={rule} policy={policy} number={index + 1} />
      ))}
    </div>
  );
}
