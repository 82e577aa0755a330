type Party = { readonly code: string; readonly kind: string | null; readonly isLead: boolean };

/**
 * Whose part of a joint visit a thing is: a matter belongs to the agency of its line of work, a person to the own agency; what is nobody's
 * falls to the lead.
 */
export function ownedBy<Thing>(
  parties: readonly Party[],
  things: readonly Thing[],
  isOf: (thing: Thing, party: Party) => boolean,
): ReadonlyMap<string, readonly Thing[]> {
  const lead = parties.find((party) => party.isLead)?.code ?? '';
  const ownerOf = (thing: Thing) => parties.find((party) => isOf(thing, party))?.code ?? lead;
  return new Map(parties.map(({ code }) => [code, things.filter((thing) => ownerOf(thing) === code)]));
}
