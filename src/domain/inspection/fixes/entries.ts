import type { Fix } from '#domain/law/verdict.ts';
import type { EntryFacts, FixOptions } from '../facts.ts';
import { judgePlanned } from '../rules/planned.ts';
import { isAllSpecialField } from '../visit-days.ts';

const wanted = 3;

type Option = FixOptions['planEntries'][number];

/** Drawn for this entry, or covered in full, or of a kind that needs no draw. */
function isOpenTo(facts: EntryFacts, option: Option): boolean {
  const needsDraw = facts.policy.values.drawnKinds.value.includes(facts.visit.kind);
  return !needsDraw || option.enterpriseDrawn || (option.fullCoverage && isAllSpecialField(facts));
}

/** Up to three entries of the plan in force that this visit fits as it stands. */
export function proposePlanEntries(facts: EntryFacts, options: FixOptions): Fix[] {
  return options.planEntries
    .filter((option) => option.no !== facts.planEntry?.no && isOpenTo(facts, option))
    .filter((option) => judgePlanned({ ...facts, planEntry: option }).outcome === 'allowed')
    .slice(0, wanted)
    .map(({ no, title, quota, used }) => ({ kind: 'planEntry', no, note: `${title}，计划 ${quota} 家，余 ${quota - used} 家` }));
}
