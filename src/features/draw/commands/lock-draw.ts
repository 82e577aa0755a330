import 'server-only';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import type { PublicNumber } from '#domain/draw/record.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { roundSql } from '../queries/round-sql.ts';

type Party = {
  readonly agency: string;
  readonly position: number;
  readonly commitment: string | null;
  readonly reveal: string | null;
  readonly withheld: boolean;
};
export type Round = {
  readonly no: number;
  readonly commitEnd: Date;
  readonly revealEnd: Date | null;
  readonly failed: boolean;
  readonly parties: readonly Party[];
};

/** A draw as a command decides about it; `round` is the last one. */
export type LockedDraw = {
  readonly id: string;
  readonly districtCode: string;
  readonly no: string | null;
  readonly serial: number | null;
  readonly year: number;
  readonly format: string;
  readonly status: DrawStatus;
  readonly agencyCode: string;
  readonly publicNumber: PublicNumber | null;
  readonly preparedById: string | null;
  readonly frozenById: string | null;
  readonly drawnById: string | null;
  readonly poolHash: string | null;
  readonly objectionEnd: Date | null;
  readonly openObjections: number;
  readonly entries: readonly { readonly id: string; readonly position: number; readonly sample: number; readonly agency: string }[];
  readonly round: Round | null;
};

type Row = Omit<LockedDraw, 'round'> & {
  readonly round: (Omit<Round, 'commitEnd' | 'revealEnd'> & { commitEnd: string; revealEnd: string | null }) | null;
};

const entriesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', plan_entry_id, 'position', position, 'sample', sample,
    'agency', (SELECT agency_code FROM plan_entry_agency lead WHERE lead.plan_entry_id = part.plan_entry_id AND is_lead)) ORDER BY position), '[]')
  FROM draw_entry part WHERE part.draw_id = draw.id)`;

const drawSql = (id: string) => Prisma.sql`
  SELECT draw.id, district_code AS "districtCode", no, serial, year, format, status::text AS status, agency_code AS "agencyCode",
    public_number AS "publicNumber", prepared_by_id AS "preparedById", record.frozen_by_id AS "frozenById",
    (SELECT drawn_by_id FROM draw_result WHERE draw_id = draw.id) AS "drawnById", pool_hash AS "poolHash", objection_end AS "objectionEnd",
    (SELECT count(*)::int FROM draw_objection WHERE draw_id = draw.id AND answered_at IS NULL) AS "openObjections",
    ${entriesSql} AS entries, ${roundSql} AS round
  FROM draw LEFT JOIN draw_record record ON record.draw_id = draw.id WHERE draw.id = ${id}::uuid`;

/**
 * Takes a draw for this transaction and reads it as it then stands: whoever acts on the same draw waits, so nothing is decided twice.
 * Two statements, because one that waited for the row would read everything beside it as it was before. Null: not in this district.
 */
export async function lockDraw(tx: Tx, { districtCode, id }: { districtCode: string; id: string }): Promise<LockedDraw | null> {
  const taken = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT id FROM draw WHERE id = ${id}::uuid AND district_code = ${districtCode} FOR NO KEY UPDATE`,
  );
  if (taken.length === 0) return null;
  const [row] = await tx.$queryRaw<Row[]>(drawSql(id));
  if (!row) return null;
  const { round } = row;
  const revealEnd = round?.revealEnd ? new Date(round.revealEnd) : null;
  return { ...row, round: round && { ...round, commitEnd: new Date(round.commitEnd), revealEnd } };
}

/** Holds the district's registers as they are until this transaction ends: an import or its undo waits, other freezes do not. */
export async function shareRegister(tx: Tx, districtCode: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`register ${districtCode}`}, 0))::text`);
}
