import 'server-only';
import { normaliseCode, textKey } from '#domain/enterprise/normal-text.ts';
import { searchEnterprises } from '#features/enterprise/queries.ts';
import type { AgencyScope } from '#platform/scope.ts';

/** The one enterprise that a code or a whole name means; what to write instead where it means none or several. */
export async function findMeantEnterprise(scope: AgencyScope, text: string): Promise<{ readonly id: string } | { readonly fault: string }> {
  const found = await searchEnterprises(scope, text);
  const [code, name] = [normaliseCode(text), textKey(text)];
  const [only, another] = found.filter((each) => each.uscc === code || textKey(each.name) === name);
  if (another) return { fault: '有几家同名企业，请填写统一社会信用代码' };
  if (only) return { id: only.id };
  const near = found[0] ? `，相近的有“${found[0].name}”` : '';
  return { fault: `名录中没有这家企业${near}，请填写代码或全称` };
}
