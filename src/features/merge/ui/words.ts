import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { formWords } from '#domain/inspection/words.ts';

/** 现场 or 抽样: only those enter an enterprise. */
export function doorWords(form: InspectionForm): string {
  return formWords[form === 'sampling' ? 'sampling' : 'onsite'];
}

/** 12.5%; of nothing, 0%. */
export function percentWords(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10}%`;
}

/** How far the result is from the proved bound, as a share of the bound. */
export function gapWords({ after, bound }: { readonly after: number; readonly bound: number }): string {
  return percentWords(after - bound, bound);
}
