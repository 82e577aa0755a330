import { sayDay } from '#domain/calendar/wording.ts';
import { sayGroup } from '#domain/plan/group-words.ts';
import type { CatalogueHead, MatterRow } from '../queries/load-catalogue.ts';

/** 可合并 40 项，占 127 项的 31.5%. */
export function sayShare({ all, mergeable }: CatalogueHead): string {
  return `可合并 ${mergeable} 项，占 ${all} 项的 ${all > 0 ? ((mergeable / all) * 100).toFixed(1) : '0'}%`;
}

/** 第 1 版，2025年1月1日起. */
export function sayVersion({ version, since, today }: CatalogueHead): string {
  return `第 ${version} 版，${sayDay(since, today)}起`;
}

export function sayMerging({ mergeableGroup }: Pick<MatterRow, 'mergeableGroup'>): string {
  return mergeableGroup ? `${sayGroup(mergeableGroup)}组` : '不合并';
}

/** 不限行业, or the first industries and how many more. */
export function sayIndustries({ industries }: Pick<MatterRow, 'industries'>, most = 99): string {
  if (industries.length === 0) return '不限行业';
  const shown = industries.slice(0, most).join('、');
  return industries.length > most ? `${shown} 等 ${industries.length} 类` : shown;
}
