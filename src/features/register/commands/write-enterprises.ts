import 'server-only';
import { industryName } from '#domain/enterprise/industry.ts';
import type { EnterpriseValues } from '#domain/register/enterprise-fields.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { spellName } from '#platform/pinyin.ts';

export type WrittenEnterprise = { readonly id: string; readonly values: EnterpriseValues };

const columns = Prisma.raw(
  'name, territory_code, accountable_code, in_park, industry, industry_name, size, risk, key_enterprise, undisturbed, address, contact_name, contact_phone, status, pinyin, initials',
);

/** Rows of the table: what the sheet says, and what follows from it. `park` answers for what sits in it. */
function rowsOf(written: readonly WrittenEnterprise[], park: string | null): string {
  return JSON.stringify(
    written.map(({ id, values }) => ({
      ...{ id, uscc: values.uscc, name: values.name, ...spellName(values.name) },
      ...{ territory_code: values.territory, in_park: values.inPark, accountable_code: (values.inPark && park) || values.territory },
      ...{ industry: values.industry, industry_name: industryName(values.industry), size: values.size, risk: values.risk },
      ...{ key_enterprise: values.keyEnterprise, undisturbed: values.undisturbed, address: values.address },
      ...{ contact_name: values.contactName, contact_phone: values.contactPhone, status: values.status },
    })),
  );
}

async function parkOf(tx: Tx, districtCode: string): Promise<string | null> {
  const [park] = await tx.$queryRaw<{ code: string }[]>(
    Prisma.sql`SELECT code FROM territory WHERE district_code = ${districtCode} AND kind = 'park' ORDER BY code LIMIT 1`,
  );
  return park?.code ?? null;
}

/** Adds enterprises to a district's register in one statement. */
export async function insertEnterprises(tx: Tx, districtCode: string, written: readonly WrittenEnterprise[]): Promise<void> {
  const json = rowsOf(written, await parkOf(tx, districtCode));
  await tx.$executeRaw(Prisma.sql`INSERT INTO enterprise (id, district_code, uscc, ${columns})
    SELECT id, ${districtCode}, uscc, ${columns} FROM json_populate_recordset(null::enterprise, ${json}::json)`);
}

/** Makes enterprises say what they are given to say, in one statement. */
export async function updateEnterprises(tx: Tx, districtCode: string, written: readonly WrittenEnterprise[]): Promise<void> {
  const json = rowsOf(written, await parkOf(tx, districtCode));
  const count = await tx.$executeRaw(Prisma.sql`UPDATE enterprise SET (${columns}) = (SELECT ${columns} FROM (SELECT given.*) one)
    FROM json_populate_recordset(null::enterprise, ${json}::json) given
    WHERE enterprise.id = given.id AND enterprise.district_code = ${districtCode}`);
  if (count !== written.length) throw new Error('an enterprise that was to be changed is not there');
}
