import 'server-only';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { OpenDeclaration } from './store-lines.ts';

/** What a declaration may be of: the year's routine checks, or a special plan with its own approval document. */
export type DeclarationKind = 'annual' | 'special';
/** A declaration that its agency may still write in, and whether it was begun just now. */
export type Opened = OpenDeclaration & { readonly begun: boolean };

/** Two may begin at once: both count, one number is given, and the other's transaction is tried again. */
async function begin(tx: Tx, scope: AgencyScope, of: { year: number; kind: DeclarationKind }): Promise<Opened> {
  const { districtCode, agencyCode } = scope;
  const last = await tx.declaration.aggregate({ where: { districtCode, agencyCode, year: of.year }, _max: { no: true } });
  const place = { id: newId(), districtCode, agencyCode, year: of.year };
  await tx.declaration.create({ data: { ...place, kind: of.kind, no: (last._max.no ?? 0) + 1, status: 'draft' } });
  await tx.declarationEvent.create({ data: { id: newId(), declarationId: place.id, byId: filerOf(scope).id, event: 'begun' } });
  return { ...place, begun: true };
}

const unfinishedSql = ({ districtCode, agencyCode }: AgencyScope, { year, kind }: { year: number; kind: DeclarationKind }) => Prisma.sql`
  SELECT id, status::text AS status FROM declaration WHERE district_code = ${districtCode} AND agency_code = ${agencyCode} AND year = ${year}
    AND kind = ${kind}::inspection_kind AND status <> 'approved' ORDER BY no DESC FOR UPDATE`;

/**
 * The agency's own declaration of that year and kind that may still be changed (a draft before a returned one), or the year's next number
 * as a draft; nobody else moves it meanwhile. Null while the last one waits for the agency's head: it comes back or goes on first.
 * What was done in it is the caller's record.
 */
export async function openDeclarationOf(tx: Tx, scope: AgencyScope, of: { year: number; kind: DeclarationKind }): Promise<Opened | null> {
  const { districtCode, agencyCode } = scope;
  const rows = await tx.$queryRaw<{ id: string; status: string }[]>(unfinishedSql(scope, of));
  const open = rows.find(({ status }) => status === 'draft') ?? rows.find(({ status }) => status === 'returned');
  if (open) return { id: open.id, districtCode, agencyCode, year: of.year, begun: false };
  return rows.length > 0 ? null : begin(tx, scope, of);
}

/** The same for the year's routine checks. */
export function openDeclaration(tx: Tx, scope: AgencyScope, year: number): Promise<Opened | null> {
  return openDeclarationOf(tx, scope, { year, kind: 'annual' });
}
