import { isoOf } from '#domain/calendar/iso.ts';
import type { DistrictPlans } from '../queries/list-plans.ts';
import type { PlanHead, PublishedEntry } from '../queries/load-plan.ts';
import type { WholePlan } from '../queries/load-plan-page.ts';

/** An entry as open data. */
export function presentEntry(entry: PublishedEntry): object {
  const { no, title, kind, form, parties, details, months, fromDay, toDay, quota, left, fullCoverage, source, poolLabel, drawNo } = entry;
  return {
    ...{ no, title, kind, form, from: fromDay, to: toDay, quota, left, fullCoverage, source, targets: poolLabel, draw: drawNo },
    months: months.map(({ month, quota: places }) => ({ month, quota: places })),
    approvalDocument: entry.approvalDocument || null,
    agencies: parties.map(({ code, name, isLead }) => ({ code, name, lead: isLead })),
    matters: details.map(({ code, name, instrument, article, agency }) => ({
      code,
      name,
      basis: { instrument, locator: article },
      agency,
    })),
  };
}

function presentHead({ district, districtName, year, version, name, publishedAt, isCurrent, note, figures }: PlanHead): object {
  return { district, districtName, year, version, name, publishedAt: isoOf(publishedAt), inForce: isCurrent, note, figures };
}

/** A whole version: its head, its hash and its entries. */
export function presentPlan({ head, hash, url, entries }: WholePlan): object {
  return { ...presentHead(head), hash, url, entries: entries.map(presentEntry) };
}

/** Those entries of a version that an agency takes part in. */
export function presentOwnPlan({ head, entries }: { head: PlanHead; entries: readonly PublishedEntry[] }): object {
  return { ...presentHead(head), entries: entries.map(presentEntry) };
}

export function presentDistrict({ code, name, officeName, officePhone, plans }: DistrictPlans): object {
  return {
    ...{ code, name, office: { name: officeName, phone: officePhone } },
    plans: plans.map(({ year, version, publishedAt, entries }) => ({ year, version, publishedAt: isoOf(publishedAt), entries })),
  };
}
