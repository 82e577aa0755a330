import 'server-only';
import { type DeclarationStatus, isOpenToFiler } from '#domain/declaration/lifecycle.ts';
import type { Tx } from '#platform/db.ts';
import { Prisma } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { DeclarationKind } from './open-declaration.ts';
import type { OpenDeclaration } from './store-lines.ts';

/** A declaration of one's own agency that nobody else moves until the transaction ends. */
export type LockedDeclaration = OpenDeclaration & {
  readonly no: number;
  readonly kind: DeclarationKind;
  readonly status: DeclarationStatus;
  readonly approvalDocument: string;
  readonly submittedAt: Date | null;
  readonly submittedById: string | null;
  readonly wasSentOn: boolean;
};

export const movedOn = '这份申报的状态已经变化，请刷新后再办。';

/** Reads and locks the agency's own declaration; null for anybody else's. */
export async function lockDeclaration(tx: Tx, scope: AgencyScope, id: string): Promise<LockedDeclaration | null> {
  const { districtCode, agencyCode } = scope;
  const [row] = await tx.$queryRaw<LockedDeclaration[]>(Prisma.sql`
    SELECT id, district_code AS "districtCode", agency_code AS "agencyCode", year, no, kind::text AS kind, status::text AS status,
      approval_document AS "approvalDocument", submitted_at AS "submittedAt",
      submitted_by_id AS "submittedById", approved_at IS NOT NULL AS "wasSentOn"
    FROM declaration WHERE id = ${id}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode} FOR UPDATE`);
  return row ?? null;
}

/** The same where the filer may work on it. */
export async function lockOpenDeclaration(tx: Tx, scope: AgencyScope, id: string): Promise<Outcome<LockedDeclaration>> {
  const declaration = await lockDeclaration(tx, scope, id);
  if (!declaration) return notFound();
  return isOpenToFiler(declaration) ? ok(declaration) : stale('这份申报已经送出，退回后才能改。');
}

/** A line of the declaration's own history, which its readers see. */
export async function noteEvent(
  tx: Tx,
  { id }: Pick<OpenDeclaration, 'id'>,
  { byId, event, note = '' }: { byId: string; event: string; note?: string },
): Promise<void> {
  await tx.declarationEvent.create({ data: { id: newId(), declarationId: id, byId, event, note } });
}
