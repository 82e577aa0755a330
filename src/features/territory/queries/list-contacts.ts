import 'server-only';
import type { ContactKind } from '#domain/territory/contact-kinds.ts';
import { matchSql } from '#features/enterprise/queries/match-sql.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, ContactScope, OfficeScope } from '#platform/scope.ts';
import type { ContactFilter } from '../schema.ts';
import { unsealedSql } from './unsealed.ts';

export const contactPageSize = 30;

export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly territory: string;
  readonly leader: string | null;
  readonly liaison: string | null;
};
export type ContactPage = {
  readonly rows: readonly ContactRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

const contactSql = (kind: ContactKind) => Prisma.sql`(SELECT person.name FROM key_contact JOIN user_account person ON person.id = user_id
  WHERE enterprise_id = enterprise.id AND key_contact.kind = ${kind}::key_contact_kind AND until IS NULL)`;
const lacksSql = Prisma.sql`(SELECT count(*) FROM key_contact WHERE enterprise_id = enterprise.id AND until IS NULL) < 2`;

/** The district's key enterprises with their contact leader and liaison of today. */
export async function listContacts({ districtCode }: OfficeScope, { q, lacking, page }: ContactFilter): Promise<ContactPage> {
  const parts = [Prisma.sql`enterprise.district_code = ${districtCode} AND key_enterprise AND merged_into_id IS NULL`];
  if (q) parts.push(matchSql(q));
  if (lacking) parts.push(lacksSql);
  const where = Prisma.join(parts, ' AND ');
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<ContactRow[]>(Prisma.sql`SELECT enterprise.id, enterprise.name, uscc, territory.name AS territory,
        ${contactSql('leader')} AS leader, ${contactSql('liaison')} AS liaison
      FROM enterprise JOIN territory ON territory.code = accountable_code WHERE ${where} ORDER BY ${lacksSql} DESC, enterprise.name, uscc
      LIMIT ${contactPageSize} OFFSET ${(page - 1) * contactPageSize}`),
    db().$queryRaw<{ total: number }[]>(Prisma.sql`SELECT count(*)::int AS total FROM enterprise WHERE ${where}`),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / contactPageSize)) };
}

export type WaitingNotice = {
  readonly id: string;
  readonly enterprise: string;
  readonly territory: string;
  readonly agency: string;
  readonly start: Date;
  readonly end: Date;
  readonly sentAt: Date;
  /** Whether anybody of the territory can acknowledge in the product. */
  readonly hasOfficer: boolean;
};

/** Notices that no territory has acknowledged yet, of visits that may still come: the office rings these up. */
export async function listWaitingNotices({ districtCode }: OfficeScope): Promise<WaitingNotice[]> {
  return db().$queryRaw<WaitingNotice[]>(Prisma.sql`SELECT filing.id, enterprise.name AS enterprise, territory.name AS territory,
      agency.short_name AS agency, starts_at AS start, ends_at AS end, sent_at AS "sentAt",
      EXISTS (SELECT FROM user_account WHERE territory_code = notice.territory_code AND disabled_at IS NULL) AS "hasOfficer"
    FROM territory_notice notice JOIN filing ON filing.id = notice.filing_id JOIN enterprise ON enterprise.id = enterprise_id
    JOIN territory ON territory.code = notice.territory_code JOIN agency ON agency.code = lead_agency_code
    WHERE filing.district_code = ${districtCode} AND acknowledged_at IS NULL AND ${unsealedSql}
      AND filing.status IN ('filed', 'filedWithCondition') AND ends_at > now() ORDER BY starts_at, filing.id LIMIT 100`);
}

export type ContactHistory = {
  readonly id: string;
  readonly kind: ContactKind;
  readonly name: string;
  readonly since: string;
  /** Exclusive; null while it is theirs. */
  readonly until: string | null;
};
export type ContactView = {
  readonly keyEnterprise: boolean;
  readonly history: readonly ContactHistory[];
  readonly choices: readonly { readonly value: string; readonly label: string; readonly kind: ContactKind }[];
};

/** Who looked after an enterprise of the district and when, and whom the office may choose from. */
export async function loadContacts({ districtCode }: AgencyScope | OfficeScope, enterprise: string): Promise<ContactView | null> {
  const where = { id: enterprise, districtCode };
  const found = await db().enterprise.findFirst({ where, select: { keyEnterprise: true } });
  if (!found) return null;
  const [history, people] = await Promise.all([
    db().$queryRaw<ContactHistory[]>(Prisma.sql`SELECT key_contact.id, kind::text AS kind, name, since::text AS since, until::text AS until
      FROM key_contact JOIN user_account ON user_account.id = user_id WHERE enterprise_id = ${enterprise}::uuid
      ORDER BY until IS NOT NULL, kind, since DESC, key_contact.id LIMIT 100`),
    db().user.findMany({
      where: { districtCode, role: { in: ['contactLeader', 'liaison'] }, disabledAt: null },
      orderBy: { username: 'asc' },
      select: { id: true, name: true, role: true },
    }),
  ]);
  const choices = people.map(({ id, name, role }) => ({
    value: id,
    label: name,
    kind: role === 'liaison' ? ('liaison' as const) : ('leader' as const),
  }));
  return { keyEnterprise: found.keyEnterprise, history, choices };
}

export type OwnEnterprise = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly kind: ContactKind;
  readonly since: string;
};

/** The enterprises that a contact leader or liaison looks after today. */
export async function listOwnEnterprises({ districtCode, actor }: ContactScope): Promise<OwnEnterprise[]> {
  return db().$queryRaw<OwnEnterprise[]>(Prisma.sql`SELECT enterprise.id, enterprise.name, address, kind::text AS kind, since::text AS since
    FROM key_contact JOIN enterprise ON enterprise.id = enterprise_id
    WHERE user_id = ${actor.id}::uuid AND until IS NULL AND enterprise.district_code = ${districtCode} ORDER BY enterprise.name, enterprise.id LIMIT 500`);
}
