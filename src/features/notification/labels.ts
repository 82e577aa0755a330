import type { Family } from '#domain/notification/families.ts';

/** What a family of events is about. */
export const familyWords: Readonly<Record<Family, string>> = {
  filing: '备案',
  amendment: '备案变更',
  batch: '批量备案',
  emergency: '紧急检查',
  notice: '入企告知',
  visit: '入企检查',
  finding: '检查结果',
  rectification: '整改复查',
  letter: '结果告知与公示',
  alert: '监督提醒',
  feedback: '企业评价',
  callback: '回访',
  door: '企业现场反映',
  deadline: '期限提醒',
  declaration: '计划申报',
  matter: '检查事项',
  plan: '检查计划',
  draw: '抽取',
  jointVisit: '联合检查',
  register: '名录',
  message: '超时升级',
};

/** The family of an event, in words. */
export function sayFamily(event: string): string {
  return (familyWords as Readonly<Record<string, string>>)[event.split('.')[0] ?? ''] ?? '其他';
}
