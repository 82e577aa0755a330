import type { EntryFacts, InspectorFact, MatterFact } from './facts.ts';
import { firstDay, lastDay, participatingCodes } from './visit-days.ts';

/** Why this person may not carry out the visit, or null: register, agency, credential on every day, range, recusal. */
export function faultOfInspector(facts: EntryFacts, inspector: InspectorFact): string | null {
  const { register } = inspector;
  if (!register) return '不在执法人员库';
  if (!participatingCodes(facts).includes(register.agencyCode)) return '不是参检单位的人员';
  const { validFrom, validTo, credentialKind } = register;
  if (credentialKind === 'none' || validFrom === null || validTo === null) return '没有执法证';
  if (lastDay(facts.visit) > validTo) return `执法证 ${validTo} 到期`;
  if (firstDay(facts.visit) < validFrom) return `执法证 ${validFrom} 起才有效`;
  if (register.recused) return '须回避这家企业';
  return isInRange(facts, register.groups) ? null : '执法范围不含所选事项';
}

/** Matters that the catalogue knows; the others are refused by their own rule and need nobody. */
function knownMatters(facts: EntryFacts): MatterFact[] {
  return facts.matters.filter((matter) => matter.catalogue !== null);
}

function isInRange(facts: EntryFacts, groups: readonly string[]): boolean {
  const known = knownMatters(facts);
  return known.length === 0 || known.some((matter) => groups.includes(matter.catalogue?.group ?? ''));
}

/** Matters that lie in nobody's range. */
export function uncoveredMatters(facts: EntryFacts, inspectors: readonly InspectorFact[]): MatterFact[] {
  const groups = new Set(inspectors.flatMap((inspector) => inspector.register?.groups ?? []));
  return knownMatters(facts).filter((matter) => !groups.has(matter.catalogue?.group ?? ''));
}
