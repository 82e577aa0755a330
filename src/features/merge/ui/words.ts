import type { InspectionForm } from '#domain/inspection/kinds.ts';

const named: Readonly<Record<string, string>> = {
  '1、2、3': '一季度',
  '4、5、6': '二季度',
  '7、8、9': '三季度',
  '10、11、12': '四季度',
  '1、2、3、4、5、6': '上半年',
  '7、8、9、10、11、12': '下半年',
};

/** 9 月; 1、9 月; 二季度; 上半年; 全年. */
export function monthsWords(months: readonly number[]): string {
  const list = months.join('、');
  return months.length === 12 ? '全年' : (named[list] ?? `${list} 月`);
}

/** 现场 or 抽样: only those enter an enterprise. */
export function doorWords(form: InspectionForm): string {
  return form === 'sampling' ? '抽样' : '现场';
}

/** 12.5%; of nothing, 0%. */
export function percentWords(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10}%`;
}

/** How far the result is from the proved bound, as a share of the bound. */
export function gapWords({ after, bound }: { readonly after: number; readonly bound: number }): string {
  return percentWords(after - bound, bound);
}
