import 'server-only';
import type { Missing } from '#domain/draw/assigning.ts';
import type { DrawStatus, ReplacementReason, VoidReason } from '#domain/draw/lifecycle.ts';
import type { Names } from '#domain/draw/officers-lacking.ts';
import type { DrawProgress } from '#domain/draw/what-now.ts';
import { db, Prisma } from '#platform/db.ts';
import type { DrawScope } from '#platform/scope.ts';
import { progressSql, type RawRound, reviveRound } from './list-draws.ts';
import { loadNames } from './load-names.ts';

export type DrawObjectionView = {
  readonly id: string;
  readonly no: number;
  /** Who objected: by name for the office alone. */
  readonly by: string;
  readonly text: string;
  /** Name and telephone: for the office alone. */
  readonly contact: string | null;
  readonly upheld: boolean | null;
  readonly answer: string;
};
export type DrawRoundView = {
  readonly no: number;
  readonly commitEnd: string;
  readonly revealEnd: string | null;
  readonly failed: boolean;
  readonly signedBy: string | null;
  readonly note: string;
  readonly parties: readonly {
    readonly agency: string;
    readonly name: string;
    readonly commitment: string | null;
    readonly reveal: string | null;
    readonly withheld: boolean;
  }[];
};
export type DrawTarget = {
  readonly id: string;
  readonly entry: string;
  readonly position: number;
  readonly uscc: string;
  readonly name: string;
  readonly inspectors: readonly string[];
  readonly replaced: ReplacementReason | null;
  readonly note: string;
  readonly isFiled: boolean;
};
export type DrawPart = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly sample: number;
  readonly quota: number;
  readonly fromDay: string;
  readonly toDay: string;
};

/** Everything that the desk shows of one draw. */
export type DrawView = DrawProgress & {
  readonly id: string;
  readonly now: Date;
  readonly districtCode: string;
  readonly no: string | null;
  readonly year: number;
  readonly serial: number | null;
  readonly isRegistered: boolean;
  readonly agency: string;
  readonly preparedAt: Date;
  readonly preparedBy: string | null;
  readonly frozenAt: Date | null;
  readonly poolHash: string | null;
  readonly subjects: number | null;
  readonly drawnAt: Date | null;
  readonly resultHash: string | null;
  readonly seed: string | null;
  readonly number: string | null;
  readonly publishedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidedBy: string | null;
  readonly voidReason: VoidReason | null;
  readonly voidNote: string;
  readonly previous: { readonly no: string; readonly href: string } | null;
  /** Whether its computation is under way: it was asked for when the last party revealed. */
  readonly isRequested: boolean;
  /** What inspectors lacked when it was computed; null where that was not the end of it. */
  readonly missing: readonly Missing[] | null;
  /** What its agencies and ranges are called. */
  readonly names: Names;
  readonly parts: readonly DrawPart[];
  readonly objections: readonly DrawObjectionView[];
  readonly rounds: readonly DrawRoundView[];
  readonly targets: readonly DrawTarget[];
};

const partsSql = Prisma.sql`(SELECT json_agg(json_build_object('id', part.plan_entry_id, 'no', entry.no, 'title', entry.title, 'agency', agency.code,
    'agencyName', agency.short_name, 'sample', part.sample, 'quota', entry.quota, 'fromDay', entry.from_day, 'toDay', entry.to_day) ORDER BY part.position)
  FROM draw_entry part
  JOIN LATERAL (SELECT * FROM plan_entry version WHERE version.root_id = part.plan_entry_id ORDER BY until_plan_id IS NULL DESC, version.id DESC LIMIT 1) entry ON TRUE
  JOIN plan_entry_agency lead ON lead.plan_entry_id = entry.id AND is_lead JOIN agency ON agency.code = lead.agency_code WHERE part.draw_id = draw.id) AS parts`;

const objectionsSql = (isOffice: boolean) => Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', objection.id, 'no', objection.no,
    'by', CASE WHEN ${isOffice}::boolean THEN coalesce(enterprise.name, inspector.name) WHEN enterprise.id IS NULL THEN '一名执法人员' ELSE '一家企业' END, 'text', text, 'contact', CASE WHEN ${isOffice}::boolean THEN objection.contact_name || ' ' || objection.contact_phone END,
    'upheld', upheld, 'answer', answer) ORDER BY objection.no), '[]')
  FROM draw_objection objection LEFT JOIN enterprise ON enterprise.id = enterprise_id LEFT JOIN inspector ON inspector.id = objection.inspector_id
  WHERE objection.draw_id = draw.id) AS objections`;

const roundsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('no', round.no, 'commitEnd', commit_end, 'revealEnd', reveal_end,
    'failed', failed_at IS NOT NULL, 'signedBy', signer.name, 'note', signed_note,
    'parties', (SELECT json_agg(json_build_object('agency', agency.code, 'name', agency.short_name, 'commitment', commitment, 'reveal', reveal,
      'withheld', withheld_at IS NOT NULL) ORDER BY position)
      FROM draw_party party JOIN agency ON agency.code = party.agency_code WHERE party.draw_id = draw.id AND party.round = round.no)) ORDER BY round.no), '[]')
  FROM draw_round round LEFT JOIN user_account signer ON signer.id = signed_by_id WHERE round.draw_id = draw.id) AS rounds`;

const targetsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', target.id, 'entry', target.plan_entry_id, 'position', target.position,
    'uscc', uscc, 'name', enterprise.name, 'replaced', replaced_reason, 'note', replaced_note,
    'isFiled', EXISTS (SELECT FROM filing WHERE draw_outcome_id = target.id AND filing.status NOT IN ('withdrawn', 'returned', 'expired', 'revoked')),
    'inspectors', ARRAY(SELECT inspector.name FROM draw_assignment assignment JOIN inspector ON inspector.id = inspector_id
      WHERE outcome_id = target.id ORDER BY assignment.position)) ORDER BY target.plan_entry_id, target.position), '[]')
  FROM (SELECT * FROM draw_outcome WHERE draw_id = draw.id ORDER BY plan_entry_id, position LIMIT 400) target
  JOIN enterprise ON enterprise.id = target.enterprise_id) AS targets`;

const recorded = (event: string) => Prisma.sql`EXISTS (SELECT FROM audit_record WHERE subject = draw.id::text AND event = ${event})`;

const missingSql = Prisma.sql`(SELECT detail -> 'missing' FROM audit_record WHERE subject = draw.id::text AND event = 'draw.failed' ORDER BY at DESC LIMIT 1)`;

const drawSql = (isOffice: boolean) => Prisma.sql`
  SELECT draw.id, now() AS now, draw.district_code AS "districtCode", draw.no, draw.year, draw.serial, draw.format = '' AS "isRegistered",
    agency.short_name AS agency, ${progressSql}, draw.prepared_at AS "preparedAt", preparer.name AS "preparedBy", record.frozen_at AS "frozenAt",
    record.pool_hash AS "poolHash", subjects, result.drawn_at AS "drawnAt", result_hash AS "resultHash", seed, draw.number, draw.published_at AS "publishedAt",
    draw.voided_at AS "voidedAt", voider.name AS "voidedBy", draw.void_reason::text AS "voidReason", draw.void_note AS "voidNote",
    (SELECT json_build_object('no', before.no, 'href', '/drawing/' || before.id) FROM draw before WHERE before.id = draw.previous_id) AS previous,
    draw.status = 'revealed' AND NOT ${recorded('draw.failed')} AS "isRequested", ${missingSql} AS missing,
    ${partsSql}, ${objectionsSql(isOffice)}, ${roundsSql}, ${targetsSql}
  FROM draw JOIN agency ON agency.code = draw.agency_code LEFT JOIN draw_record record ON record.draw_id = draw.id
  LEFT JOIN draw_result result ON result.draw_id = draw.id LEFT JOIN user_account preparer ON preparer.id = prepared_by_id
  LEFT JOIN user_account voider ON voider.id = voided_by_id`;

/** A draw of the district, or null. Every part of it but the objectors' names is public once it is frozen. */
export async function loadDraw(scope: DrawScope, id: string): Promise<DrawView | null> {
  const [row] = await db().$queryRaw<(Omit<DrawView, 'round' | 'names'> & { round: RawRound | null; status: DrawStatus })[]>(
    Prisma.sql`${drawSql(scope.kind === 'office')} WHERE draw.id = ${id}::uuid AND draw.district_code = ${scope.districtCode}`,
  );
  return row ? { ...row, round: reviveRound(row.round), names: row.missing ? await loadNames(db(), scope.districtCode) : {} } : null;
}
