import 'server-only';
import type { Verdict } from '#domain/law/verdict.ts';
import { db, type Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';

const size = 30;

export type RefusalRow = {
  readonly id: string;
  readonly at: Date;
  readonly agency: string;
  readonly enterprise: string;
  readonly grounds: readonly { readonly rule: string; readonly title: string; readonly say: string; readonly source: string }[];
};

function groundsOf(verdict: Verdict): RefusalRow['grounds'] {
  const refused = verdict.findings.filter(({ outcome }) => outcome === 'forbidden');
  return refused.map(({ rule, title, say, basis }) => ({
    rule,
    title,
    say,
    source: [basis.instrument, basis.locator].filter(Boolean).join('，'),
  }));
}

/** Refused attempts, the latest first: an agency's own, or all of the district's for the office. */
export async function listRefusals(
  scope: AgencyScope | OfficeScope,
  page: number,
): Promise<{ rows: RefusalRow[]; total: number; page: number; pages: number }> {
  const where: Prisma.RefusalWhereInput =
    scope.kind === 'office' ? { districtCode: scope.districtCode } : { districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  const include = { agency: { select: { shortName: true } }, enterprise: { select: { name: true } } };
  const [found, total] = await Promise.all([
    db().refusal.findMany({ where, include, orderBy: [{ refusedAt: 'desc' }, { id: 'desc' }], take: size, skip: (page - 1) * size }),
    db().refusal.count({ where }),
  ]);
  const rows = found.map((row) => ({
    id: row.id,
    at: row.refusedAt,
    agency: row.agency.shortName,
    enterprise: row.enterprise.name,
    grounds: groundsOf(row.verdict as unknown as Verdict),
  }));
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / size)) };
}
