import type { PolicyValues, Sourced } from '#domain/law/policy.ts';
import { judgePool, type PoolFault } from './sample.ts';

type Asked = { readonly size: number; readonly quota: number; readonly draw: Sourced<PolicyValues['draw']> };

/** How many to draw where nobody says: the entry's quota, else the most that the pool allows, else all of it; 0 where there is nothing. */
export function chooseSample({ size, quota, draw }: Asked): number {
  const fault = judgePool({ size, sample: quota, draw });
  if (fault === null) return quota;
  if (fault.largest > 0) return Math.min(fault.largest, quota);
  return Math.min(fault.census ?? 0, quota);
}

/** What is wrong with a sample and what would be lawful, as a clerk reads it. */
export function sayPoolFault(fault: PoolFault, asked: { readonly size: number; readonly sample: number }): string {
  if (fault.kind === 'empty') return '没有可以抽取的企业。请核对计划项的对象范围，或调整计划';
  if (fault.kind === 'noSample') return '至少抽 1 家';
  const census = `或全部 ${asked.size} 家都查（只抽人员）`;
  const way = fault.largest > 0 ? `最多抽 ${fault.largest} 家，${census}` : `只能${census.slice(1)}`;
  return `抽 ${asked.sample} 家至少要有 ${fault.needed} 家可抽，现在有 ${asked.size} 家。${way}`;
}
