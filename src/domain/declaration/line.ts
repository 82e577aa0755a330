import type { InspectionForm } from '#domain/inspection/kinds.ts';
import type { Period } from './period.ts';
import type { PoolSpec } from './pool.ts';
import type { Quantity } from './quantity.ts';

/** 任务来源: ordered by centre, province, city, a superior not named, or the agency's own initiative. */
export const taskSources = ['centre', 'province', 'city', 'superior', 'local'] as const;
export type TaskSource = (typeof taskSources)[number];

export const sourceWords: Readonly<Record<TaskSource, string>> = {
  centre: '中央',
  province: '省级',
  city: '市级',
  superior: '上级',
  local: '自主',
};

/** One line of a declaration, read and normalised: the same shape from a form and from a sheet. */
export type DeclaredLine = {
  /** Code in the catalogue. */
  readonly matter: string;
  readonly basis: string;
  readonly poolLabel: string;
  readonly pool: PoolSpec;
  readonly quantity: Quantity;
  readonly period: Period;
  readonly form: InspectionForm;
  readonly source: TaskSource;
  /** Codes of co-operating agencies that the district knows, and the words as written. */
  readonly partners: readonly string[];
  readonly partnersText: string;
  readonly remark: string;
};

/** Forms that enter an enterprise: only these count as door visits. */
export const doorForms: readonly InspectionForm[] = ['onsite', 'sampling'];

/** Door visits of so many enterprises checked in this form: none where nobody enters. */
export function computeDoorVisits(form: InspectionForm, count: number): number {
  return doorForms.includes(form) ? count : 0;
}

/** A pool told in one way, whatever order its conditions were chosen in. */
function identityOfPool({ industries, inPark, keyOnly, risks, territories, list }: PoolSpec): readonly unknown[] {
  const [divisions, tiers, places] = [industries, risks, territories].map((chosen) => [...chosen].sort());
  return [divisions, inPark, keyOnly, tiers, places, list ? [...list].sort() : null];
}

/** What makes two lines of a declaration one: the same matter, targets, quantity, period, form and source. Remarks do not count. */
export function identityOf({ matter, poolLabel, pool, quantity, period, form, source }: DeclaredLine): string {
  return JSON.stringify([matter, poolLabel, identityOfPool(pool), quantity, period, form, source]);
}
