import pg from 'pg';
import type { Role } from '#domain/access/permissions.ts';
import { roleWords } from '#features/frame/labels.ts';
import { demoAccounts, demoPassword } from '#seed/accounts.data.ts';

type Unit = { district: string; agency: string; people: { username: string; role: Role; name: string }[] };

const unitsOf = `
  SELECT d.name AS district, a.short_name AS agency,
         json_agg(json_build_object('username', u.username, 'role', u.role, 'name', u.name) ORDER BY u.phone) AS people
    FROM user_account u JOIN agency a ON a.code = u.agency_code JOIN district d ON d.code = u.district_code
   WHERE u.disabled_at IS NULL AND (u.district_code, u.username) IN (SELECT * FROM unnest($1::text[], $2::text[]))
   GROUP BY d.name, d.code, a.short_name, a.is_office, a.code ORDER BY d.code, a.is_office DESC, a.code`;

/** The units of the demo accounts that a database really holds. */
export async function readDemoUnits(connectionString: string): Promise<Unit[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const values = [demoAccounts.map((account) => account.districtCode), demoAccounts.map((account) => account.username)];
    return (await client.query<Unit>(unitsOf, values)).rows;
  } finally {
    await client.end();
  }
}

// A Chinese character takes two columns of a terminal.
function pad(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}

const sayPerson = (person: Unit['people'][number]) => `${roleWords[person.role]} ${person.username} ${person.name}`;

/** The demo accounts, one line for each unit. */
export function accountLines(units: readonly Unit[]): string[] {
  const rows = units.map(({ district, agency, people }) => `  ${pad(district, 12)}${pad(agency, 26)}${people.map(sayPerson).join('　')}`);
  return [`演示账号（角色、用户名、姓名；密码都是 ${demoPassword}）：`, ...rows];
}
