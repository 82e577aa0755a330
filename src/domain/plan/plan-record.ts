import { writeCanonical } from '#domain/record/canonical.ts';
import type { PlanFigures } from './figures.ts';
import type { PlanItem } from './plan-item.ts';

/** What became of the declarations, beside how many matters of the catalogue may be checked together. */
export type PublishedFigures = PlanFigures & { readonly mergeableMatters: number; readonly matters: number };

/** A version as it is published; what is used of it later is no part of it. */
export type PlanRecord = {
  readonly district: string;
  readonly year: number;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly note: string;
  readonly figures: PublishedFigures | null;
  readonly entries: readonly PlanItem[];
};

function pickItem(item: PlanItem): PlanItem {
  const { no, title, kind, form, agencies, matters, months, fromDay, toDay, quota, fullCoverage, source, poolLabel, approvalDocument } =
    item;
  const [lead = '', ...others] = agencies;
  return {
    ...{ no, title, kind, form, agencies: [lead, ...others.toSorted()], matters: matters.toSorted() },
    months: months.map(({ month, quota: places }) => ({ month, quota: places })).sort((one, other) => one.month - other.month),
    ...{ fromDay, toDay, quota, fullCoverage, source, poolLabel, approvalDocument },
  };
}

/** What a person was shown before it is published: compared with what would be published now. */
export function writeProposal(entries: readonly PlanItem[]): string {
  return writeCanonical(entries.map(pickItem).sort((one, other) => (one.no < other.no ? -1 : 1)));
}

/** The bytes whose hash a version is known by: the same for the same version, whatever order it was read in. */
export function writeRecord(record: PlanRecord): string {
  const entries = record.entries.map(pickItem).sort((one, other) => (one.no < other.no ? -1 : 1));
  return writeCanonical({ format: 'ningqi-plan/1', ...record, entries });
}
