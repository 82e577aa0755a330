import type { LineOutcome } from '#domain/plan/review-step.ts';

/** With the filer, with the unit's head, with the office, back with the filer. */
export const declarationStatuses = ['draft', 'submitted', 'approved', 'returned'] as const;
export type DeclarationStatus = (typeof declarationStatuses)[number];

/** Where a declaration stands, and whether the office has had it before. */
export type DeclarationStanding = { readonly status: DeclarationStatus; readonly wasSentOn: boolean };

/** Whether the filer may work on it. */
export function isOpenToFiler({ status }: DeclarationStanding): boolean {
  return status === 'draft' || status === 'returned';
}

/** Whether a line may still be changed or taken out: once the office has had the declaration, only what it gave back. */
export function isLineOpen(standing: DeclarationStanding, outcome: LineOutcome): boolean {
  return isOpenToFiler(standing) && (!standing.wasSentOn || outcome === 'returned');
}

/** How a line begins: what is added after the office had the declaration stays with the agency until it is sent on again. */
export function outcomeOfNewLine({ wasSentOn }: Pick<DeclarationStanding, 'wasSentOn'>): LineOutcome {
  return wasSentOn ? 'returned' : 'unreviewed';
}
