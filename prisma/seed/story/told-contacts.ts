import { demoAccounts } from '../accounts.data.ts';
import { userIdOf } from '../builders/ids.ts';
import type { Connection } from '../builders/rows.ts';
import type { Story } from './story.ts';

const idOf = ({ districtCode }: Story, role: string): string =>
  userIdOf(districtCode, demoAccounts.find((one) => one.districtCode === districtCode && one.role === role)?.username ?? '');

/** The park's key enterprises have a leader and a liaison since the year before. */
const contactsText = `INSERT INTO key_contact (id, enterprise_id, kind, user_id, since)
  SELECT gen_random_uuid(), enterprise.id, kind::key_contact_kind, person::uuid, $4::date FROM enterprise,
    (VALUES ('leader', $2::text), ('liaison', $3::text)) contact (kind, person)
  WHERE district_code = $1 AND key_enterprise AND accountable_code = $1 || '-park-1' AND merged_into_id IS NULL`;

/** In the park its officer acknowledges; elsewhere nobody has an account, so the office rang up, or it has yet to. */
const receiptsText = `UPDATE territory_notice notice SET
    acknowledged_how = (CASE WHEN told.isOfPark THEN 'inApp' ELSE 'phone' END)::acknowledged_how,
    acknowledged_by_id = CASE WHEN told.isOfPark THEN $2::uuid ELSE $3::uuid END, note = CASE WHEN told.isOfPark THEN '' ELSE '值班室' END
  FROM (SELECT filing_id, territory_code = district_code || '-park-1' AS isOfPark FROM territory_notice JOIN filing ON filing.id = filing_id
    WHERE district_code = $1) told
  WHERE notice.filing_id = told.filing_id AND acknowledged_at IS NOT NULL`;
const openText = `UPDATE territory_notice SET acknowledged_at = NULL, acknowledged_how = NULL, acknowledged_by_id = NULL, note = ''
  FROM (SELECT filing.id, row_number() OVER (ORDER BY starts_at, filing.id) AS n FROM filing JOIN territory_notice ON filing_id = filing.id
    WHERE district_code = $1 AND territory_code <> $1 || '-park-1' AND filing.status IN ('filed', 'filedWithCondition') AND starts_at > now()) waiting
  WHERE filing_id = waiting.id AND n % 2 = 1`;

/** Each contact got a line with the notice; what is over they have seen. */
const linesText = `INSERT INTO contact_notice (filing_id, user_id, sent_at, read_at)
  SELECT filing_id, user_id, sent_at, CASE WHEN starts_at < now() THEN least(sent_at + interval '2 hours', now()) END
  FROM territory_notice JOIN filing ON filing.id = filing_id JOIN key_contact ON key_contact.enterprise_id = filing.enterprise_id
  WHERE district_code = $1 ON CONFLICT DO NOTHING`;

/** Who looks after which key enterprise, who acknowledged which notice and how, and who was told besides. */
export async function tellContacts(db: Connection, story: Story): Promise<void> {
  const { districtCode, today } = story;
  await db.query(contactsText, [
    districtCode,
    idOf(story, 'contactLeader'),
    idOf(story, 'liaison'),
    `${Number(today.slice(0, 4)) - 1}-03-01`,
  ]);
  await db.query(receiptsText, [districtCode, idOf(story, 'territoryOfficer'), idOf(story, 'officeClerk')]);
  await db.query(openText, [districtCode]);
  await db.query(linesText, [districtCode]);
}
