import type { EntryFacts } from './facts.ts';

/** How often a line of agencies may visit this enterprise in a year: the cap for its risk (国办发〔2024〕54号; policy value frequencyCap). */
export function computeCap({ policy, enterprise }: Pick<EntryFacts, 'policy' | 'enterprise'>): number {
  const { general, high, highTiers } = policy.values.frequencyCap.value;
  return highTiers.includes(enterprise.risk) ? high : general;
}

/** Whether the visit uses up its matters for the year. A case check that rechecks an ordered rectification is not a second time. */
export function isMatterOnceVisit({ policy, visit }: Pick<EntryFacts, 'policy' | 'visit'>): boolean {
  return policy.values.sameMatterOnceKinds.value.includes(visit.kind) && !(visit.kind === 'case' && visit.trigger?.type === 'recheck');
}
