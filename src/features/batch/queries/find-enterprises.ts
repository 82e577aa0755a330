import 'server-only';
import { drawnVisitsSql } from '#features/filing/queries/drawn-visits-sql.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type BatchStart, codesIn } from '../schema.ts';

export type Chosen = { readonly id: string; readonly uscc: string };
export type ChosenOutcome = { readonly outcome: string; readonly enterprise: string; readonly entryNo: string };

/** Enterprises of the district by id and by the codes of a pasted text, in this order and each once; and the codes that nobody has. */
export async function findEnterprises(
  tx: Tx,
  { districtCode }: AgencyScope,
  { ids, text }: { ids: readonly string[]; text: string },
): Promise<{ found: Chosen[]; unknown: string[] }> {
  const codes = codesIn(text).slice(0, 500);
  const found = await tx.$queryRaw<Chosen[]>(Prisma.sql`SELECT id, uscc FROM enterprise
    WHERE district_code = ${districtCode} AND (id = ANY (${[...ids]}::uuid[]) OR uscc = ANY (${codes}::text[]))
    ORDER BY array_position(${[...ids]}::uuid[], id), array_position(${codes}::text[], uscc::text)`);
  const known = new Set(found.map(({ uscc }) => uscc));
  return { found, unknown: codes.filter((code) => !known.has(code)) };
}

/** Those of the outcomes that this agency has yet to file, in the order of the draw. */
export async function findOutcomes(tx: Tx, scope: AgencyScope, { outcomes }: BatchStart): Promise<ChosenOutcome[]> {
  return tx.$queryRaw<ChosenOutcome[]>(Prisma.sql`SELECT outcome.id AS outcome, outcome.enterprise_id AS enterprise, entry.no AS "entryNo"
    FROM ${drawnVisitsSql(scope)} WHERE outcome.id = ANY (${outcomes}::uuid[]) ORDER BY entry.no, outcome.position`);
}
