import 'server-only';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { type FilingStatus, filingStatuses } from '#domain/inspection/lifecycle.ts';
import { askableStatuses } from '#domain/inspection/shown-status.ts';
import { db, Prisma } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';
import type { FilingFilter } from '../schema.ts';

/** What stands around the list: saved filters with counts, the agencies to choose from, whose filings these are. */
export type ListDesk = {
  readonly now: Date;
  readonly reach: string;
  readonly canFile: boolean;
  /** Those that the reader may tell apart. */
  readonly statuses: readonly FilingStatus[];
  readonly agencies: readonly { value: string; label: string }[];
  readonly saved: readonly { label: string; count: number; query: Partial<FilingFilter> }[];
};

type Tally = { now: Date; all: number; waiting: number; coming: number };

function tallySql(scope: FilingScope): Prisma.Sql {
  const waiting = scope.kind === 'agency' ? 'submitted' : 'held';
  const agency = scope.kind === 'agency' ? scope.agencyCode : null;
  const joined = Prisma.sql`(SELECT count(*) FROM filing_agency WHERE agency_code = ${agency}::text AND NOT is_lead)`;
  return Prisma.sql`SELECT now() AS now, (coalesce(sum(filings), 0) + ${joined})::int AS all,
    coalesce(sum(filings) FILTER (WHERE status = ${waiting}::filing_status), 0)::int AS waiting,
    coalesce(sum(filings) FILTER (WHERE status = 'filed' AND day BETWEEN (now() AT TIME ZONE 'Asia/Shanghai')::date
      AND (now() AT TIME ZONE 'Asia/Shanghai')::date + 30), 0)::int AS coming
    FROM filing_tally WHERE district_code = ${scope.districtCode} AND (${agency}::text IS NULL OR agency_code = ${agency})`;
}

const inspecting = { subjectKind: { not: 'none' as const } };
const reachWords = { office: '全部单位', agency: '本单位牵头和参与的', inspector: '有我参加的' } as const;

function savedOf(scope: FilingScope, tally: Tally): ListDesk['saved'] {
  if (scope.kind === 'inspector') return [];
  const today = dayOf(tally.now);
  const waiting =
    scope.kind === 'agency' ? ({ label: '待批准', status: 'submitted' } as const) : ({ label: '待处理', status: 'held' } as const);
  return [
    { label: '全部', count: tally.all, query: {} },
    { label: waiting.label, count: tally.waiting, query: { status: waiting.status } },
    { label: '30 天内入企', count: tally.coming, query: { status: 'filed', from: today, to: addDays(today, 30) } },
  ];
}

/** Counts come from the tally, never from counting rows. */
export async function loadListDesk(scope: FilingScope): Promise<ListDesk> {
  const where = { districtCode: scope.districtCode, ...inspecting };
  const [[tally], agencies] = await Promise.all([
    db().$queryRaw<Tally[]>(tallySql(scope)),
    scope.kind === 'office' ? db().agency.findMany({ where, orderBy: { code: 'asc' }, select: { code: true, shortName: true } }) : [],
  ]);
  if (!tally) throw new Error('no tally');
  const { actor } = scope;
  return {
    now: tally.now,
    reach: reachWords[scope.kind],
    statuses: askableStatuses(filingStatuses, scope),
    canFile: actor.type === 'user' && actor.role === 'agencyFiler',
    agencies: agencies.map(({ code, shortName }) => ({ value: code, label: shortName })),
    saved: savedOf(scope, tally),
  };
}
