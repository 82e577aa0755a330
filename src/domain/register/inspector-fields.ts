import type { Day } from '#domain/calendar/day.ts';
import type { FieldSpec } from './table.ts';

export type CredentialKind = 'unified' | 'department' | 'none';

/** What the register says of an inspector, as far as a sheet can say it. */
export type InspectorValues = {
  readonly name: string;
  readonly credentialNo: string | null;
  readonly credentialKind: CredentialKind;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly groups: readonly string[];
};
export type InspectorField = keyof InspectorValues;

/** How an inspector's credential stands today. */
export const validities = ['valid', 'expiring', 'expired', 'future', 'none', 'left'] as const;
export type Validity = (typeof validities)[number];

export const credentialWritings: Readonly<Record<CredentialKind, readonly string[]>> = {
  unified: ['统一执法证', '统一', '行政执法证', '全国统一', '统一证'],
  department: ['部门执法证', '部门', '部委执法证', '部门证'],
  none: ['无证', '无', '没有', '辅助人员'],
};

export const inspectorFields: readonly FieldSpec<InspectorField>[] = [
  { field: 'name', heading: '姓名', words: ['执法人员', '执法人员姓名', '人员姓名'], hint: '必填' },
  { field: 'credentialNo', heading: '执法证号', words: ['证号', '证件号', '证件号码', '执法证编号', '编号'], hint: '辅助人员不填' },
  { field: 'credentialKind', heading: '证件类型', words: ['执法证类型', '证件种类', '类型'], hint: '统一执法证、部门执法证、无证' },
  { field: 'validFrom', heading: '有效期起', words: ['发证日期', '有效期开始', '起始日期', '生效日期'], hint: '例如 2025-03-22' },
  {
    field: 'validTo',
    heading: '有效期止',
    words: ['有效期至', '到期日期', '有效期结束', '截止日期', '有效期'],
    hint: '例如 2030-03-21，当天仍有效',
  },
  { field: 'groups', heading: '执法范围', words: ['执法领域', '执法类别', '范围'], hint: '范围代码，用顿号隔开；见“填写说明”' },
];

export const inspectorKeys: readonly InspectorField[] = ['name', 'credentialNo'];
export const inspectorNeeds: readonly InspectorField[] = ['name', 'credentialKind', 'groups'];
