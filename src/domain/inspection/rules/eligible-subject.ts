import { cite } from '#domain/law/cite.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { type EntryRule, findingsOf } from '../entry-rule.ts';
import type { AgencyFact, EntryFacts } from '../facts.ts';

const basis = cite('inspectionOpinion', '检查主体部分');
const finding = findingsOf('eligible-subject', basis);

const subjectWords: Readonly<Record<AgencyFact['subjectKind'], string>> = {
  legal: '法定主体',
  authorised: '法律法规授权组织',
  delegated: '以上级机关名义执法',
  none: '不是检查主体',
};

/** Every participating body must be a legal inspecting subject, and the lead itself files. */
export function judgeEligibleSubject(facts: EntryFacts): Finding {
  const all = [facts.lead, ...facts.coAgencies];
  const used = Object.fromEntries(all.map((agency) => [agency.shortName, subjectWords[agency.subjectKind]]));
  const barred = all.filter((agency) => agency.subjectKind === 'none').map((agency) => agency.shortName);
  if (barred.length > 0) {
    const say = `${barred.join('、')}不具有行政检查主体资格，不能牵头也不能参加检查。`;
    return finding('forbidden', { title: '参检单位不是检查主体', say, facts: used });
  }
  if (facts.lead.code !== facts.filingAgency) {
    const say = `这次检查由${facts.lead.shortName}牵头，由牵头单位填报。`;
    return finding('forbidden', { title: '填报单位不是牵头单位', say, facts: used });
  }
  return finding('allowed', { title: '参检单位都是检查主体', say: '牵头和协同单位都具有检查主体资格。', facts: used });
}

export const eligibleSubject: EntryRule = {
  id: 'eligible-subject',
  title: '检查主体',
  applies: () => '全部',
  value: () => '法定检查主体',
  sentence: () => '牵头和协同单位都是法定检查主体，由牵头单位填报。营商环境工作机构、园区、协会、第三方不能检查。',
  basis: () => basis,
  judge: judgeEligibleSubject,
};
