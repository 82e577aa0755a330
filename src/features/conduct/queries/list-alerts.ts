import 'server-only';
import type { AlertKind } from '#domain/conduct/alerts.ts';
import { db, type Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type AlertFilter, rowsOnPage } from '../schema.ts';

const shown = {
  ...{ id: true, kind: true, facts: true, raisedAt: true, status: true, handledAt: true, handledNote: true },
  filing: { select: { id: true, filingNo: true } },
  agency: { select: { shortName: true } },
  enterprise: { select: { name: true } },
  handledBy: { select: { name: true } },
} satisfies Prisma.AlertSelect;

function where({ districtCode }: OfficeScope, { kind, status, agency }: AlertFilter): Prisma.AlertWhereInput {
  return { districtCode, status, ...(kind ? { kind } : {}), ...(agency ? { agencyCode: agency } : {}) };
}

/** Alerts of the office's district, the latest first, one page of them, with the number of open ones. */
export async function listAlerts(scope: OfficeScope, filter: AlertFilter) {
  const condition = where(scope, filter);
  const [rows, found, open, agencies, [clock]] = await Promise.all([
    db().alert.findMany({
      ...{ where: condition, select: shown, orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }] },
      ...{ take: rowsOnPage, skip: (filter.page - 1) * rowsOnPage },
    }),
    db().alert.count({ where: condition }),
    countOpenAlerts(scope),
    db().agency.findMany({
      where: { districtCode: scope.districtCode, alerts: { some: {} } },
      select: { code: true, shortName: true },
      orderBy: { code: 'asc' },
    }),
    db().$queryRaw<{ now: Date }[]>`SELECT now() AS now`,
  ]);
  const pages = Math.max(1, Math.ceil(found / rowsOnPage));
  const known = rows.map((row) => ({ ...row, kind: row.kind as AlertKind, facts: row.facts as Record<string, string | number> }));
  return { rows: known, found, pages, open, now: clock?.now ?? new Date(0), agencies };
}
export type AlertPage = Awaited<ReturnType<typeof listAlerts>>;
export type AlertRow = AlertPage['rows'][number];

/** How many alerts the office has to look at. */
export function countOpenAlerts({ districtCode }: OfficeScope): Promise<number> {
  return db().alert.count({ where: { districtCode, status: 'open' } });
}
