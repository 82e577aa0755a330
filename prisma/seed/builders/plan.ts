import type { Day } from '#domain/calendar/day.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import { matterIdOf, newId } from './ids.ts';
import { type Connection, insertRows } from './rows.ts';

export type EntryDraft = {
  /** {year}-{0001…} */
  readonly no: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly form?: InspectionForm;
  /** Both inclusive. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly quota: number;
  readonly used?: number;
  readonly fullCoverage?: boolean;
  /** Codes of agencies, the lead first. */
  readonly agencies: readonly string[];
  /** Codes of matters. */
  readonly matters: readonly string[];
};

export type PlanDraft = {
  readonly districtCode: string;
  readonly year: number;
  readonly version?: number;
  readonly status?: 'draft' | 'published' | 'superseded';
  readonly publishedAt?: Date;
  readonly entries: readonly EntryDraft[];
};

export type InsertedPlan = { readonly planId: string; readonly entryIds: ReadonlyMap<string, string> };

function entryRow(planId: string, id: string | undefined, entry: EntryDraft) {
  const { no, title, kind, form = 'onsite', fromDay, toDay, quota, used = 0, fullCoverage = false } = entry;
  return { id, planId, rootId: id, no, title, kind, form, fromDay, toDay, quota, used, fullCoverage };
}

function entryTables(plan: PlanDraft, ids: ReadonlyMap<string, string>) {
  const idOf = (entry: EntryDraft) => ids.get(entry.no);
  return {
    agencies: plan.entries.flatMap((entry) =>
      entry.agencies.map((agencyCode, index) => ({ planEntryId: idOf(entry), agencyCode, isLead: index === 0 })),
    ),
    matters: plan.entries.flatMap((entry) =>
      entry.matters.map((code) => ({ planEntryId: idOf(entry), matterId: matterIdOf(plan.districtCode, code) })),
    ),
  };
}

/** Inserts a plan version with its entries; published at the turn of the year unless told. Gives the ids by entry number. */
export async function insertPlan(db: Connection, plan: PlanDraft): Promise<InsertedPlan> {
  const { districtCode, year, version = 1, status = 'published' } = plan;
  const planId = newId();
  const publishedAt = status === 'draft' ? null : (plan.publishedAt ?? new Date(`${year - 1}-12-28T10:00:00+08:00`));
  await insertRows(db, 'plan', [{ id: planId, districtCode, year, version, status, publishedAt }]);
  const entryIds = new Map(plan.entries.map((entry) => [entry.no, newId()]));
  const { agencies, matters } = entryTables(plan, entryIds);
  await insertRows(
    db,
    'plan_entry',
    plan.entries.map((entry) => entryRow(planId, entryIds.get(entry.no), entry)),
  );
  await insertRows(db, 'plan_entry_agency', agencies);
  await insertRows(db, 'plan_entry_matter', matters);
  return { planId, entryIds };
}
