import 'server-only';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import type { DrawProgress } from '#domain/draw/what-now.ts';
import { db, Prisma } from '#platform/db.ts';
import type { DrawScope } from '#platform/scope.ts';
import type { DrawFilter } from '../schema.ts';
import { type DrawableEntry, listUndrawn } from './gather-entries.ts';
import { loadDrawRules } from './load-rules.ts';
import { roundSql } from './round-sql.ts';

export type DrawRow = DrawProgress & {
  readonly id: string;
  readonly no: string | null;
  readonly year: number;
  readonly serial: number | null;
  readonly status: DrawStatus;
  readonly isRegistered: boolean;
  readonly agency: string;
  readonly entries: readonly { readonly no: string; readonly title: string; readonly sample: number }[];
  readonly changedAt: Date;
};

type Raw = Omit<DrawRow, 'round'> & { readonly round: RawRound | null };
export type RawRound = Omit<NonNullable<DrawProgress['round']>, 'commitEnd' | 'revealEnd'> & {
  commitEnd: string;
  revealEnd: string | null;
};

/** The last round with its instants as instants. */
export function reviveRound(round: RawRound | null): DrawProgress['round'] {
  return round && { ...round, commitEnd: new Date(round.commitEnd), revealEnd: round.revealEnd ? new Date(round.revealEnd) : null };
}

/** What a list and a page both say of the statement's `draw`, beside `record`. */
export const progressSql = Prisma.sql`draw.status::text AS status, draw.agency_code AS "agencyCode", public_number AS "publicNumber",
  objection_end AS "objectionEnd", (SELECT count(*)::int FROM draw_objection WHERE draw_id = draw.id AND answered_at IS NULL) AS "openObjections",
  ${roundSql} AS round, EXISTS (SELECT FROM audit_record WHERE subject = draw.id::text AND event = 'draw.numberMissed') AS "isTooLate", ARRAY(SELECT DISTINCT account.agency_code FROM draw_number JOIN user_account account ON account.id = by_id WHERE draw_id = draw.id) AS "typedBy"`;

const rowsSql = (condition: Prisma.Sql, paged: Prisma.Sql) => Prisma.sql`
  SELECT draw.id, draw.no, draw.year, serial, format = '' AS "isRegistered", agency.short_name AS agency, ${progressSql},
    (SELECT coalesce(json_agg(json_build_object('no', entry.no, 'title', entry.title, 'sample', part.sample) ORDER BY position), '[]')
      FROM draw_entry part JOIN plan_entry entry ON entry.id = plan_entry_id WHERE draw_id = draw.id) AS entries,
    coalesce(voided_at, published_at, drawn_at, revealed_at, committed_at, draw.frozen_at, draw.prepared_at) AS "changedAt"
  FROM draw LEFT JOIN draw_record record ON record.draw_id = draw.id JOIN agency ON agency.code = draw.agency_code
  WHERE ${condition} ${paged}`;

async function readRows(condition: Prisma.Sql, paged: Prisma.Sql): Promise<DrawRow[]> {
  const rows = await db().$queryRaw<Raw[]>(rowsSql(condition, paged));
  return rows.map((row) => ({ ...row, round: reviveRound(row.round) }));
}

export type DrawDesk = {
  readonly now: Date;
  readonly districtCode: string;
  /** Draws under way, all of them. */
  readonly open: readonly DrawRow[];
  readonly rows: readonly DrawRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** Entries of one's own agency (the office: of all) that still need a draw. */
  readonly undrawn: readonly DrawableEntry[];
};

const size = 20;
const isOpen = Prisma.sql`draw.status NOT IN ('published', 'void')`;

/** The desk of draws: those under way, one page of those that are over, and entries that still need one. */
export async function loadDrawDesk(scope: DrawScope, { status, year, page }: DrawFilter): Promise<DrawDesk> {
  const { districtCode } = scope;
  const own = Prisma.sql`draw.district_code = ${districtCode}`;
  const over = Prisma.sql`${own} AND NOT (${isOpen}) AND (${status ?? null}::text IS NULL OR draw.status::text = ${status ?? null})
    AND (${year ?? null}::int IS NULL OR draw.year = ${year ?? null})`;
  const rules = await loadDrawRules(districtCode);
  const lead = scope.kind === 'agency' ? scope.agencyCode : null;
  const kinds = scope.kind === 'witness' ? [] : rules.policy.values.drawnKinds.value;
  const [open, rows, counted, undrawn] = await Promise.all([
    readRows(Prisma.sql`${own} AND ${isOpen}`, Prisma.sql`ORDER BY prepared_at DESC, draw.id LIMIT 200`),
    readRows(over, Prisma.sql`ORDER BY "changedAt" DESC NULLS LAST, draw.id LIMIT ${size} OFFSET ${(page - 1) * size}`),
    db().$queryRaw<{ total: number; now: Date }[]>(Prisma.sql`SELECT count(*)::int AS total, now() AS now FROM draw WHERE ${over}`),
    listUndrawn(districtCode, { lead, kinds }),
  ]);
  const { total = 0, now = new Date(0) } = counted[0] ?? {};
  return { now, districtCode, open, rows, total, page, pages: Math.max(1, Math.ceil(total / size)), size, undrawn };
}
