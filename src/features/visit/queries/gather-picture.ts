import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { EvidenceInput } from '../schema.ts';
import type { VisitScope } from './gather-step.ts';

/** What a picture is judged by: what is kept under its id, the matter that it shows, how many the part has. */
export type GatheredPicture = {
  readonly known: { readonly receipt: string; readonly conflict: string; readonly own: boolean } | null;
  /** The matter's id, where it is one of the own agency's in this filing. */
  readonly matterId: string | null;
  /** Pictures of the own agency's part: those that count, and those that do not. */
  readonly kept: number;
  readonly conflicting: number;
};

/** Call after the visit's lock was taken. */
export async function gatherPicture(tx: Statements, { agencyCode }: VisitScope, input: EvidenceInput): Promise<GatheredPicture> {
  const { id, filing, matter } = input;
  const of = Prisma.sql`FROM evidence WHERE filing_id = ${filing}::uuid AND agency_code = ${agencyCode}`;
  const [row] = await tx.$queryRaw<GatheredPicture[]>(Prisma.sql`
    SELECT (SELECT json_build_object('receipt', receipt, 'conflict', conflict, 'own', filing_id = ${filing}::uuid AND agency_code = ${agencyCode})
        FROM evidence WHERE id = ${id}::uuid) AS known,
      (SELECT matter.id FROM filing_matter JOIN matter ON matter.id = matter_id JOIN agency ON agency.kind = matter.agency_kind
        WHERE filing_id = ${filing}::uuid AND agency.code = ${agencyCode} AND matter.code = ${matter}) AS "matterId",
      (SELECT count(*)::int ${of} AND conflict = '') AS kept, (SELECT count(*)::int ${of} AND conflict <> '') AS conflicting`);
  if (!row) throw new Error('nothing gathered');
  return row;
}
