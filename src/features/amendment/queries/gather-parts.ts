import 'server-only';
import type { FixOptions } from '#domain/inspection/facts.ts';
import { besideAgencies, withoutFiling } from '#domain/inspection/without-filing.ts';
import { type Gathered, gatherFactsOfMany } from '#features/filing/queries/gather-entry-facts.ts';
import { loadFixOptions } from '#features/filing/queries/load-fix-options.ts';
import { countedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { EntryRequest } from '../schema.ts';
import type { Standing } from './load-standing.ts';

export type { Gathered };

/** The facts of each part, in the order of the requests, without the filing itself among them. */
export async function gatherParts(tx: Statements, standing: Standing, requests: readonly EntryRequest[]): Promise<Gathered[]> {
  const { districtCode, lead, filingNo, day, entryNos, lines } = standing;
  const own = { filingNo: filingNo ?? '', day, entryNos, lines };
  const everybody = requests.flatMap((request) => [request.lead, ...request.coAgencies]);
  const gathered = await gatherFactsOfMany(tx, { districtCode, agencyCode: lead }, requests);
  return gathered.flatMap((one, nth): Gathered[] => {
    const filingAgency = requests[nth]?.lead ?? lead;
    return one ? [{ ...one, facts: besideAgencies(withoutFiling({ ...one.facts, filingAgency }, own), everybody) }] : [];
  });
}

/** Who and what could stand in for a refused part. */
export function loadPartOptions(tx: Statements, { districtCode }: Standing, gathered: Gathered): Promise<FixOptions> {
  return loadFixOptions(tx, { districtCode, agencyCode: gathered.facts.lead.code }, gathered);
}

/** How many other visits that stand the year of this instant has at the enterprise of the `filing` row, by these leads. */
export function visitsInYearSql(start: Date, who: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM filing other WHERE other.enterprise_id = filing.enterprise_id
    AND other.year = extract(year FROM ${start}::timestamptz AT TIME ZONE 'Asia/Shanghai') AND other.id <> filing.id
    AND other.status IN ${countedSql} AND ${who})`;
}
