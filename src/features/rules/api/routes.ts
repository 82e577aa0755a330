import 'server-only';
import { entryRules } from '#domain/inspection/entry-rules.ts';
import { sayPolicy } from '#domain/inspection/policy-words.ts';
import { nameOfPolicy } from '#domain/law/policy.ts';
import { writeCsv } from '#platform/csv.ts';
import { problem } from '#platform/problem.ts';
import { publicQuery } from '#platform/public-query.ts';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { publicScope } from '#platform/scope.ts';
import { loadRules, type RulesView } from '../queries.ts';
import { openRulesQuery } from '../schema.ts';

const wantsCsv = (request: Request) => /(^|[,\s])text\/csv\b/i.test(request.headers.get('accept') ?? '');
const sourceOf = ({ instrument, locator }: { instrument: string; locator: string }) => ({ instrument, locator });

function presentRules({ district, name, policy }: RulesView): object {
  return {
    ...{ district, districtName: name, policy: nameOfPolicy(policy), from: policy.effectiveFrom },
    rules: entryRules.map((rule) => ({
      ...{ id: rule.id, title: rule.title, sentence: rule.sentence(policy), applies: rule.applies(policy), value: rule.value(policy) },
      source: sourceOf(rule.basis(policy)),
    })),
    values: sayPolicy(policy).map(({ source, ...value }) => ({ ...value, source: sourceOf(source) })),
  };
}

function writeRulesCsv({ district, policy }: RulesView): string {
  const heads = ['区划代码', '政策版本', '种类', '代码', '名称', '说明', '取值', '依据文件', '条款', '起用'];
  const place = [district, nameOfPolicy(policy)];
  const rules = entryRules.map((rule) => {
    const { instrument, locator } = rule.basis(policy);
    return [...place, '规则', rule.id, rule.title, rule.sentence(policy), rule.value(policy), instrument, locator, policy.effectiveFrom];
  });
  const values = sayPolicy(policy).map(({ key, title, say, note, source }) => {
    return [...place, '时限和数值', key, title, note, say, source.instrument, source.locator, policy.effectiveFrom];
  });
  return writeCsv(heads, [...rules, ...values]);
}

/** `GET /api/public/v1/rules?district`: every rule in force with its value and source, as on the page of rules. */
export const getOpenRules = publicQuery({
  name: 'rules.open',
  limit: takeOpenPoint,
  input: openRulesQuery,
  query: async ({ district }, request) => {
    const view = await loadRules(publicScope({ type: 'public' }), district);
    if (view.district !== district) return problem('notFound', { detail: '没有这个区县' });
    if (!wantsCsv(request)) return { status: 200, body: presentRules(view) };
    return { status: 200, body: {}, text: { type: 'text/csv; charset=utf-8', content: writeRulesCsv(view) } };
  },
});
