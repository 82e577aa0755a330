import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { EntryFacts } from '../facts.ts';
import { computeCap } from '../limits.ts';
import { computeVisitYear, participatingLines } from '../visit-days.ts';
import { kindWords, sayKinds, sayRisk } from '../words.ts';

function computeVisits(facts: EntryFacts, line: string, year: number): number {
  return facts.visitCounts.find((count) => count.agencyKind === line && count.year === year)?.visits ?? 0;
}

function sayLine(facts: EntryFacts, line: string): string {
  return [facts.lead, ...facts.coAgencies].find((agency) => agency.kind === line)?.shortName ?? line;
}

/** Each participating line of work stays below its yearly number of visits for the enterprise's risk, or says why not. */
export function judgeFrequencyCap(facts: EntryFacts): Finding {
  const { value: caps, basis } = facts.policy.values.frequencyCap;
  const finding = findingsOf('frequency-cap', basis);
  const { kind, overCapReason } = facts.visit;
  if (!caps.kinds.includes(kind)) {
    return finding('notApplicable', { title: '不计频次', say: `${kindWords[kind]}不计入频次上限。`, facts: {} });
  }
  const high = caps.highTiers.includes(facts.enterprise.risk);
  const cap = computeCap(facts);
  const year = computeVisitYear(facts.visit);
  const counts = participatingLines(facts).map((line) => ({ name: sayLine(facts, line), visits: computeVisits(facts, line, year) }));
  const rows = counts.map(({ name, visits }) => [name, `${year} 年已入企 ${visits} 次（上下级合并计算）`] as const);
  const used = { ...Object.fromEntries(rows), 上限: `${cap} 次，${sayRisk(facts.enterprise, high)}` };
  const full = counts.filter(({ visits }) => visits >= cap).map(({ name }) => name);
  if (full.length === 0) {
    const title = `${Math.max(0, ...counts.map(({ visits }) => visits))} 次，上限 ${cap} 次`;
    return finding('allowed', { title, say: '本年入企次数没有达到上限。', facts: used });
  }
  const say = `${full.join('、')} ${year} 年对这家企业的入企次数已到上限 ${cap} 次`;
  if (!overCapReason?.trim()) return finding('forbidden', { title: '本年入企次数已到上限', say: `${say}。`, facts: used });
  const held = `${say}，超出的理由须经营商环境工作机构处理后才算备案。`;
  return finding('held', { title: '超出频次上限待处理', say: held, facts: { ...used, 理由: overCapReason.trim() } });
}

export const frequencyCap: EntryRule = {
  id: 'frequency-cap',
  title: '频次',
  applies: (policy) => sayKinds(policy.values.frequencyCap.value.kinds),
  value: ({ values: { frequencyCap: cap } }) => `一般 ${cap.value.general} 次，高风险 ${cap.value.high} 次`,
  sentence: ({ values: { frequencyCap: cap } }) =>
    `同一单位（上下级合并计算）一年内对同一企业入企，一般不超过 ${cap.value.general} 次，高风险不超过 ${cap.value.high} 次；确需超出的写明理由，经处理后备案。`,
  basis: (policy) => policy.values.frequencyCap.basis,
  judge: judgeFrequencyCap,
};
