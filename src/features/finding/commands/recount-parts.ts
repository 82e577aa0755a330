import 'server-only';
import { advanceFiling } from '#features/visit/commands/advance-filing.ts';
import { Prisma, type Statements } from '#platform/db.ts';

const foundSql = Prisma.sql`EXISTS (SELECT FROM finding WHERE finding.filing_id = own.filing_id AND finding.matter_id = own.matter_id)`;

/**
 * Asks anew whether every matter of each agency's part has its finding, after the matters changed, and takes the filing to where that
 * says it stands. A part whose letter is out stays as it was told. Call under the filing's lock, as recording does.
 */
export async function recountParts(tx: Statements, filing: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE filing_agency part SET recorded_at = CASE WHEN counted.complete THEN coalesce(recorded_at, now()) END
    FROM (SELECT agency.code, coalesce(bool_and(${foundSql}), false) AS complete FROM filing_agency JOIN agency ON agency.code = agency_code
        LEFT JOIN (SELECT filing_id, matter_id, matter.agency_kind FROM filing_matter JOIN matter ON matter.id = matter_id) own
          ON own.filing_id = filing_agency.filing_id AND own.agency_kind = agency.kind
      WHERE filing_agency.filing_id = ${filing}::uuid GROUP BY agency.code) counted
    WHERE part.filing_id = ${filing}::uuid AND part.agency_code = counted.code AND checked_in_at IS NOT NULL
      AND (recorded_at IS NOT NULL) <> counted.complete
      AND NOT EXISTS (SELECT FROM result_letter letter WHERE letter.filing_id = part.filing_id AND letter.agency_code = part.agency_code)`);
  await advanceFiling(tx, filing);
}
