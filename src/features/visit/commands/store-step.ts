import 'server-only';
import type { VisitStep } from '#domain/visit/steps.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { newPublicCode } from '#platform/entropy.ts';
import type { GatheredStep, VisitScope } from '../queries/gather-step.ts';
import type { VisitStepInput } from '../schema.ts';

/** R-7F3A-21C8: what the phone shows for a step that arrived, and waits for before it deletes its own copy. */
export function newReceipt(): string {
  const code = newPublicCode();
  return `R-${code.slice(0, 4)}-${code.slice(4, 8)}`;
}

export type StoredStep = { readonly receipt: string; readonly conflict: string; readonly flags: readonly string[] };

/** A step that moves a part, with the instant at which it happened: the phone's word, freed from how wrong its clock is. */
export type Moving = { readonly filing: GatheredStep['filing']; readonly input: VisitStepInput; readonly at: Date };

/** Keeps what the phone said, whether it counts or not. */
export async function insertStep(
  tx: Statements,
  scope: VisitScope,
  kept: { input: VisitStepInput; filing: string; stored: StoredStep },
): Promise<void> {
  const { input, filing, stored } = kept;
  const userId = scope.actor.type === 'user' ? scope.actor.id : null;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO visit_event (id, filing_id, agency_code, user_id, step, body, device_at, received_at, place, receipt, conflict, flags)
    VALUES (${input.id}::uuid, ${filing}::uuid, ${scope.agencyCode}, ${userId}::uuid, ${input.step}::visit_step, ${JSON.stringify(input.body)}::jsonb,
      ${input.deviceAt}, now(), ${input.place}, ${stored.receipt}, ${stored.conflict}, ${[...stored.flags]}::text[])`);
}

const setSql: Readonly<Partial<Record<VisitStep, (moving: Moving) => Prisma.Sql>>> = {
  codeShown: () => Prisma.sql`shown_at = coalesce(shown_at, now())`,
  checkedIn: ({ input, at }) =>
    Prisma.sql`checked_in_at = now(), device_in_at = ${at}, people_came = ${input.step === 'checkedIn' ? input.body.people : null}::int`,
  checkedOut: ({ at }) => Prisma.sql`checked_out_at = now(), device_out_at = ${at}`,
};
const whereSql: Readonly<Partial<Record<VisitStep, Prisma.Sql>>> = {
  checkedIn: Prisma.sql`AND checked_in_at IS NULL AND absent_at IS NULL`,
  checkedOut: Prisma.sql`AND checked_in_at IS NOT NULL AND checked_out_at IS NULL`,
};

/** Moves the own agency's part on, where the step moves it. Throws `LimitTaken` where somebody else did so meanwhile. */
export async function movePart(tx: Statements, scope: VisitScope, moving: Moving): Promise<void> {
  const { filing, input } = moving;
  const set = setSql[input.step];
  if (!set) return;
  const count = await tx.$executeRaw(Prisma.sql`UPDATE filing_agency SET ${set(moving)}
    WHERE filing_id = ${filing}::uuid AND agency_code = ${scope.agencyCode} ${whereSql[input.step] ?? Prisma.empty}`);
  if (count === 0) throw new LimitTaken('the part moved on meanwhile');
}
