import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { methodWords } from '#domain/inspection/words.ts';
import type { TaskSource } from '../line.ts';
import { found, type Read, wrong } from './finding.ts';
import { squeeze } from './text.ts';

export const categories = ['daily', 'professional', 'seasonal', 'holiday', 'comprehensive'] as const;
export type Category = (typeof categories)[number];

/** 检查类别, asked for by 大竹县 only. */
export const categoryWords: Readonly<Record<Category, string>> = {
  daily: '日常检查',
  professional: '专业性检查',
  seasonal: '季节性检查',
  holiday: '节假日检查',
  comprehensive: '综合性检查',
};

// In this order where a cell names several: the form that enters the enterprise counts.
const methods: readonly (readonly [InspectionForm, RegExp])[] = [
  ['onsite', /(?<!非)现场|实地|入企|上门/],
  ['sampling', /抽样|抽检|采样/],
  ['monitoring', /监测|检测/],
  ['document', /书面|资料|台账|材料/],
  ['remote', /非现场|远程|线上|网上|在线|视频/],
];

const sources: readonly (readonly [TaskSource, RegExp])[] = [
  ['local', /自主|自行|自定|本级|区级|县级|^(区|县|本区|本县|本单位)$/],
  ['centre', /中央|国家|全国|部委|国务院|总局/],
  ['province', /^省|省级|省局|省厅/],
  ['city', /^市|市级|市局/],
  ['superior', /上级|上位/],
];

const sourceProposals = ['省级', '市级', '上级要求', '自主开展'];

/** The form of the check: 现场检查, 非现场检查 … */
export function readMethod(written: string): Read<InspectionForm> {
  const text = squeeze(written);
  const known = methods.find(([, words]) => words.test(text));
  if (known) return found(known[0]);
  return wrong('bad_method', '检查方式只有下面几种，请选一种', Object.values(methodWords));
}

/** Who ordered it: 省, 市, 上级要求, 区自主, 县级自主 … */
export function readSource(written: string): Read<TaskSource> {
  const text = squeeze(written);
  const known = sources.find(([, words]) => words.test(text));
  return known ? found(known[0]) : wrong('bad_source', '看不懂任务来源，请写明哪一级部署，或自主开展', sourceProposals);
}

/** The category in words of the form; null where it is empty or none of the five. */
export function readCategory(written: string): Category | null {
  const text = squeeze(written);
  return categories.find((category) => text !== '' && text.startsWith(categoryWords[category].slice(0, 2))) ?? null;
}
