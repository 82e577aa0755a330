import 'server-only';
import type { Role } from '#domain/access/permissions.ts';
import { db, Prisma } from '#platform/db.ts';
import type { StaffScope } from '#platform/scope.ts';
import { type NavEntry, navOf, roleWords } from './labels.ts';

export type Frame = {
  readonly who: string;
  readonly districtName: string;
  readonly officeName: string;
  readonly officePhone: string;
  readonly unread: number;
  readonly nav: readonly (NavEntry & { readonly count: number })[];
};

type Row = {
  name: string;
  role: Role;
  shortName: string;
  district: string;
  officeName: string;
  officePhone: string;
  unread: number;
  todo: number;
};

/** Things that wait for this role: to approve (head), to decide (office). */
function todoSql(scope: StaffScope): Prisma.Sql {
  const { actor } = scope;
  if (scope.kind === 'office')
    return Prisma.sql`(SELECT count(*) FROM filing WHERE district_code = ${scope.districtCode} AND status = 'held')`;
  if (actor.type === 'user' && actor.role === 'agencyHead') {
    return Prisma.sql`(SELECT count(*) FROM filing WHERE lead_agency_code = ${scope.agencyCode} AND status = 'submitted')`;
  }
  return Prisma.sql`0`;
}

/** Who is signed in, what the bar and the navigation show. */
export async function loadFrame(scope: StaffScope): Promise<Frame> {
  const id = scope.actor.type === 'user' ? scope.actor.id : null;
  const [row] = await db().$queryRaw<Row[]>(Prisma.sql`
    SELECT account.name, account.role::text AS role, agency.short_name AS "shortName", district.name AS district,
      district.office_name AS "officeName", district.office_phone AS "officePhone",
      (SELECT count(*)::int FROM notification WHERE user_id = account.id AND read_at IS NULL) AS unread, ${todoSql(scope)}::int AS todo
    FROM user_account account JOIN agency ON agency.code = account.agency_code JOIN district ON district.code = account.district_code
    WHERE account.id = ${id}::uuid`);
  if (!row) throw new Error('the person signed in is not on the register');
  return {
    who: `${row.shortName}　${roleWords[row.role]} ${row.name}`,
    districtName: row.district,
    officeName: row.officeName,
    officePhone: row.officePhone,
    unread: row.unread,
    nav: navOf[row.role].map((entry) => ({ ...entry, count: entry.href === '/filings' ? row.todo : 0 })),
  };
}
