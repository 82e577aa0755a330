import { computeLineReduction, computeVisitReduction } from '#domain/plan/figures.ts';
import type { PublishedFigures } from '#domain/plan/plan-record.ts';

const grouped = (count: number) => count.toLocaleString('zh-CN');

/** 30.2%. */
export function sayShare(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

export type SaidFigure = { readonly label: string; readonly value: string; readonly unit?: string; readonly base: string };

/** What became of the declarations, each number with how it was reckoned. */
export function figuresOf(figures: PublishedFigures): SaidFigure[] {
  const { declaredLines, declaredVisits, plannedEntries, plannedVisits, mergedLines, joints, mergeableMatters, matters } = figures;
  const shareOf = (part: number, whole: number) => (whole === 0 ? '—' : sayShare(part / whole));
  return [
    { label: '申报', value: grouped(declaredLines), unit: '行', base: `入企 ${grouped(declaredVisits)} 户次` },
    { label: '列入计划', value: grouped(plannedEntries), unit: '项', base: `入企 ${grouped(plannedVisits)} 户次` },
    {
      label: '精简率（按户次）',
      value: sayShare(computeVisitReduction(figures)),
      base: `1 − ${grouped(plannedVisits)} ÷ ${grouped(declaredVisits)}，少入企 ${grouped(declaredVisits - plannedVisits)} 户次`,
    },
    {
      label: '精简率（按行）',
      value: sayShare(computeLineReduction(figures)),
      base: `1 − ${grouped(plannedEntries)} ÷ ${grouped(declaredLines)}`,
    },
    {
      label: '合并率',
      value: shareOf(mergedLines, declaredLines),
      base: `${grouped(mergedLines)} ÷ ${grouped(declaredLines)} 行，并成 ${grouped(joints)} 项联合检查`,
    },
    {
      label: '可合并事项',
      value: shareOf(mergeableMatters, matters),
      base: `${grouped(mergeableMatters)} ÷ ${grouped(matters)} 个事项，合并前的基础`,
    },
  ];
}

/** The same as lines of text, for paper; none where a plan was not made from declarations. */
export function sayFigures(figures: PublishedFigures | null): string[] {
  if (!figures) return [];
  return [
    figuresOf(figures)
      .map(({ label, value, unit, base }) => `${label} ${value}${unit ? ` ${unit}` : ''}（${base}）`)
      .join('；'),
  ];
}
