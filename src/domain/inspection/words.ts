import type { EnterpriseFact, EntryFacts, InspectorFact, MatterFact } from './facts.ts';
import type { ExemptionCode, InspectionForm, InspectionKind, TriggerType } from './kinds.ts';

/** The words of law for the kinds; rules speak them, and so must every screen. */
export const kindWords: Readonly<Record<InspectionKind, string>> = {
  annual: '年度抽查',
  special: '专项抽查',
  directed: '上级部署检查',
  case: '个案检查',
};

/** 检查方式 as both districts' forms write it. */
export const methodWords: Readonly<Record<InspectionForm, string>> = {
  onsite: '现场检查',
  sampling: '抽样检验',
  document: '书面核查',
  monitoring: '监测检查',
  remote: '非现场检查',
};

/** The same in a cell or a sentence. */
export const formWords: Readonly<Record<InspectionForm, string>> = {
  onsite: '现场',
  sampling: '抽样',
  document: '书面',
  monitoring: '监测',
  remote: '远程',
};

export const triggerWords: Readonly<Record<TriggerType, string>> = {
  tipOff: '投诉举报',
  referral: '转办移送',
  monitoring: '监测预警',
  openedCase: '已立案件',
  recheck: '整改复查',
  licensing: '许可核查',
  superior: '上级部署',
};

export const exemptionWords: Readonly<Record<ExemptionCode, string>> = {
  specialIndustry: '特殊行业、重点领域',
  superiorCampaign: '上级专项部署',
  emergency: '紧急情况',
  complaint: '投诉举报',
  openedCase: '已立案件',
  legalDeadline: '法定期限',
  licensing: '许可核查',
  taxRisk: '涉税风险',
  rectificationRecheck: '整改复查',
};

/** What has to be shown for an exemption; the identity of a complainant never. */
export const evidenceWords: Readonly<Record<ExemptionCode, string>> = {
  specialIndustry: '检查事项本身属于特殊行业、重点领域',
  superiorCampaign: '部署文件的文号',
  emergency: '紧急备案的确认号',
  complaint: '举报编号（不写举报人）',
  openedCase: '案件编号',
  legalDeadline: '期限届满的日期和所依据的法律',
  licensing: '许可申请编号',
  taxRisk: '风险任务编号',
  rectificationRecheck: '责令整改的检查结果编号',
};

/** 年度抽查、专项抽查; 全部 for all four kinds, 不适用 for none. */
export function sayKinds(kinds: readonly InspectionKind[]): string {
  if (kinds.length === 0) return '不适用';
  return kinds.length === 4 ? '全部' : kinds.map((kind) => kindWords[kind]).join('、');
}

/** The matter's name, or its code where the catalogue does not know it. */
export function sayMatter(matter: MatterFact): string {
  return matter.catalogue?.name ?? matter.code;
}

/** The inspector's name, or the credential number where the register does not know it. */
export function sayInspector(inspector: InspectorFact): string {
  return inspector.register?.name ?? inspector.credentialNo;
}

/** Short name of a participating agency, or the code. */
export function sayAgency(facts: EntryFacts, code: string): string {
  return [facts.lead, ...facts.coAgencies].find((agency) => agency.code === code)?.shortName ?? code;
}

/** 一般 or 高风险, with the tier. */
export function sayRisk(enterprise: EnterpriseFact, high: boolean): string {
  return `${high ? '高风险' : '一般'}（${enterprise.risk} 级）`;
}
