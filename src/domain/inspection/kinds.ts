/** 年度抽查, 专项抽查 (planned and drawn), 上级部署, 个案检查. */
export const inspectionKinds = ['annual', 'special', 'directed', 'case'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

export const inspectionForms = ['onsite', 'sampling', 'document', 'monitoring', 'remote'] as const;
export type InspectionForm = (typeof inspectionForms)[number];

/** Why a directed or case inspection takes place; `superior` belongs to directed, the others to case. */
export const triggerTypes = ['tipOff', 'referral', 'monitoring', 'openedCase', 'recheck', 'licensing', 'superior'] as const;
export type TriggerType = (typeof triggerTypes)[number];

/** Why a quiet day may be entered after all; each needs its evidence (design: rules.md, Quiet days). */
export const exemptionCodes = [
  'specialIndustry',
  'superiorCampaign',
  'emergency',
  'complaint',
  'openedCase',
  'legalDeadline',
  'licensing',
  'taxRisk',
  'rectificationRecheck',
] as const;
export type ExemptionCode = (typeof exemptionCodes)[number];

/** Why a visit near another agency's may stay apart from it. */
export const separationGrounds = ['secrecy', 'legalDeadline', 'otherSite'] as const;
export type SeparationGround = (typeof separationGrounds)[number];

export type SubjectKind = 'legal' | 'authorised' | 'delegated' | 'none';
export type RiskTier = 'A' | 'B' | 'C' | 'D';
