import 'server-only';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import { shownStatus } from '#domain/inspection/shown-status.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { db, Prisma } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';
import { storedRequest } from '../schema.ts';

/** Which filings a scope reaches, for Prisma. */
export function filingsWithin(scope: FilingScope): Prisma.FilingWhereInput {
  const { districtCode, agencyCode } = scope;
  if (scope.kind === 'office') return { districtCode };
  if (scope.kind === 'agency') return { districtCode, agencies: { some: { agencyCode } } };
  return { districtCode, inspectors: { some: { inspectorId: scope.actor.inspectorId ?? '00000000-0000-0000-0000-000000000000' } } };
}

/** Of which draw an outcome is, and whom it sends. */
const outcomePart = {
  draw: { select: { no: true, districtCode: true, year: true, serial: true } },
  assignments: { select: { inspectorId: true, position: true } },
} as const;

const shown = {
  enterprise: true,
  leadAgency: true,
  planEntry: { select: { no: true, title: true } },
  drawOutcome: {
    select: {
      ...outcomePart,
      position: true,
      jointVisit: { select: { outcomes: { where: { replacedAt: null, draw: { status: 'published' } }, select: outcomePart } } },
    },
  },
  approver: { select: { name: true } },
  author: { select: { name: true } },
  decidedBy: { select: { name: true } },
  district: true,
  agencies: { include: { agency: { select: { code: true, shortName: true, kind: true } } } },
  matters: { include: { matter: true } },
  inspectors: { include: { inspector: { include: { agency: { select: { shortName: true } } } } } },
  notice: { include: { territory: { select: { name: true } }, acknowledgedBy: { select: { name: true } } } },
  contactsTold: { select: { sentAt: true, readAt: true, user: { select: { name: true } } }, orderBy: { userId: 'asc' } },
} satisfies Prisma.FilingInclude;

export type HistoryLine = {
  readonly event: string;
  readonly at: Date;
  readonly who: string | null;
  readonly reason: string | null;
  readonly hash: string;
};

/** What happened to a filing, from the audit chain, oldest first. */
async function loadHistory(id: string): Promise<HistoryLine[]> {
  return db().$queryRaw<HistoryLine[]>(Prisma.sql`
    SELECT event, at, hash, detail ->> 'reason' AS reason,
      coalesce((SELECT name FROM user_account WHERE 'user:' || id::text = actor),
        (SELECT '接口 ' || label FROM api_key WHERE 'key:' || id::text = actor)) AS who
    FROM audit_record WHERE subject = ${id} ORDER BY at, seq`);
}

/** One filing within the scope, with its history; null where the scope does not reach it. */
export async function loadFiling(scope: FilingScope, id: string) {
  const filing = await db().filing.findFirst({ where: { ...filingsWithin(scope), id }, include: shown });
  if (!filing) return null;
  const [history, [clock]] = await Promise.all([loadHistory(id), db().$queryRaw<{ now: Date }[]>`SELECT now() AS now`]);
  const hasBegun = clock !== undefined && filing.startsAt <= clock.now;
  const isOverdue =
    clock !== undefined && filing.status === 'held' && filing.heldDueDay !== null && plainDayOf(filing.heldDueDay) < dayOf(clock.now);
  return {
    ...filing,
    status: shownStatus(filing.status, scope),
    verdict: filing.verdict as unknown as Verdict | null,
    request: storedRequest.parse(filing.request),
    history,
    hasBegun,
    isOverdue,
  };
}

export type FilingView = NonNullable<Awaited<ReturnType<typeof loadFiling>>>;
