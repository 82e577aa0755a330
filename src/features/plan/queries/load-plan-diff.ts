import 'server-only';
import { diffPlans, type PlanDiff, type PlanNames } from '#domain/plan/diff-plan.ts';
import type { PlanItem } from '#domain/plan/plan-item.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import { itemSql } from './item-sql.ts';
import type { PlanHead } from './load-plan.ts';

export type VersionDiff = { readonly diff: PlanDiff; readonly names: PlanNames };
type Row = { before: PlanItem[]; after: PlanItem[] };

async function loadNames(district: string): Promise<PlanNames> {
  const [agencies, matters] = await Promise.all([
    db().agency.findMany({ where: { districtCode: district }, select: { code: true, shortName: true } }),
    db().matter.findMany({ where: { districtCode: district }, orderBy: { publishedFrom: 'asc' }, select: { code: true, name: true } }),
  ]);
  const agencyNames = new Map(agencies.map(({ code, shortName }) => [code, shortName]));
  const matterNames = new Map(matters.map(({ code, name }) => [code, name]));
  return { agency: (code) => agencyNames.get(code) ?? code, matter: (code) => matterNames.get(code) ?? code };
}

const rowsSql = (at: Prisma.Sql, { district, year, version }: PlanHead) => Prisma.sql`
  (SELECT coalesce(json_agg(${itemSql} ORDER BY entry.no), '[]') FROM plan_entry entry JOIN plan since ON since.id = entry.plan_id JOIN plan edge ON edge.id = ${at}
    WHERE edge.district_code = ${district} AND edge.year = ${year} AND edge.version = ${version})`;

/** What a version changed in the one before it: only the rows that end or begin in it are read. Null for a year's first. */
export async function loadPlanDiff(_scope: PublicScope, head: PlanHead): Promise<VersionDiff | null> {
  if (head.version === 1) return null;
  const [names, [row]] = await Promise.all([
    loadNames(head.district),
    db().$queryRaw<Row[]>(
      Prisma.sql`SELECT ${rowsSql(Prisma.sql`entry.until_plan_id`, head)} AS before, ${rowsSql(Prisma.sql`entry.plan_id`, head)} AS after`,
    ),
  ]);
  return { names, diff: diffPlans(row?.before ?? [], row?.after ?? [], names) };
}
