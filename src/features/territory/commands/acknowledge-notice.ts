import 'server-only';
import type { z } from 'zod';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { NoticeScope, OfficeScope, TerritoryScope } from '#platform/scope.ts';
import { toldFromSql, wasTold } from '../queries/told-sql.ts';
import { unsealedFilings } from '../queries/unsealed.ts';
import type { seenNotice } from '../schema.ts';

const movedOn = '已经签收过，或检查的时间、状态刚有变化。请看过最新的告知再签收。';

const shown = {
  filingId: true,
  territory: { select: { name: true } },
  filing: {
    select: {
      leadAgencyCode: true,
      enterprise: { select: { name: true } },
      agencies: { select: { agencyCode: true } },
      inspectors: { select: { inspector: { select: { user: { select: { id: true } } } } } },
    },
  },
} satisfies Prisma.TerritoryNoticeSelect;

type Shown = Prisma.TerritoryNoticeGetPayload<{ select: typeof shown }>;

/** Those who come learn that the door is open to them. */
function noticeFor({ filingId, filing, territory }: Shown): Notice {
  const userIds = filing.inspectors.flatMap(({ inspector }) => (inspector.user ? [inspector.user.id] : []));
  return { to: { userIds }, text: `${filing.enterprise.name}：${territory.name}已签收告知，可以入企`, href: `/filings/${filingId}` };
}

function withinTerritory({ districtCode, actor }: TerritoryScope): Prisma.TerritoryNoticeWhereInput {
  return { territoryCode: actor.territoryCode ?? '', filing: { ...unsealedFilings, districtCode } };
}

type Seen = z.output<typeof seenNotice>;
type Word = { readonly how: 'inApp' | 'phone'; readonly by: string; readonly note?: string };

/** Takes the word for the notices as they were read: not for one that was sent anew since, nor for a visit that stands no longer. Gives which. */
async function settleSeen(tx: Tx, seen: readonly Seen[], { how, by, note = '' }: Word): Promise<string[]> {
  const ids = seen.map(({ filing }) => filing);
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`UPDATE territory_notice notice
    SET acknowledged_at = now(), acknowledged_by_id = ${by}::uuid, acknowledged_how = ${how}::acknowledged_how, note = ${note}
    FROM unnest(${ids}::uuid[], ${seen.map(({ sentAt }) => sentAt)}::timestamptz[]) shown (id, sent), filing
    WHERE notice.filing_id = shown.id AND filing.id = shown.id AND notice.sent_at = shown.sent AND acknowledged_at IS NULL
      AND filing.status IN ('filed', 'filedWithCondition', 'checkedIn') RETURNING filing.id`);
  return rows.map(({ id }) => id);
}

/** The territory's officer acknowledges that a visit is coming: from now on its people may enter. */
export async function acknowledgeNotice({ tx, scope, record }: Command<TerritoryScope>, seen: Seen): Promise<Outcome<null>> {
  const notice = await tx.territoryNotice.findFirst({ where: { filingId: seen.filing, ...withinTerritory(scope) }, select: shown });
  if (!notice) return notFound();
  const settled = await settleSeen(tx, [seen], { how: 'inApp', by: scope.actor.id });
  if (settled.length === 0) return stale(movedOn);
  record('notice.acknowledged', seen.filing, { notices: [noticeFor(notice)] });
  return ok(null);
}

/** The same for everything that stood on the page, with one press; what moved on meanwhile stays as it is. */
export async function acknowledgeAll(
  { tx, scope, record }: Command<TerritoryScope>,
  { seen }: { seen: readonly Seen[] },
): Promise<Outcome<{ count: number }>> {
  const where = { filingId: { in: seen.map(({ filing }) => filing) }, ...withinTerritory(scope) };
  const own = await tx.territoryNotice.findMany({ where, select: shown, orderBy: { filingId: 'asc' } });
  if (own.length === 0) return notFound();
  const ids = own.map(({ filingId }) => filingId);
  const read = seen.filter(({ filing }) => ids.includes(filing));
  const settled = await settleSeen(tx, read, { how: 'inApp', by: scope.actor.id });
  if (settled.length === 0) return stale(movedOn);
  for (const notice of own.filter(({ filingId }) => settled.includes(filingId)))
    record('notice.acknowledged', notice.filingId, { notices: [noticeFor(notice)] });
  return ok({ count: settled.length });
}

/** The office rang the territory up: who said so is kept. */
export async function phoneNotice(
  { tx, scope, record }: Command<OfficeScope>,
  { who, ...seen }: Seen & { who: string },
): Promise<Outcome<null>> {
  const { filing } = seen;
  const notice = await tx.territoryNotice.findFirst({
    where: { filingId: filing, filing: { districtCode: scope.districtCode } },
    select: shown,
  });
  if (!notice) return notFound();
  const settled = await settleSeen(tx, [seen], { how: 'phone', by: scope.actor.id, note: who });
  if (settled.length === 0) return stale(movedOn);
  record('notice.phoned', filing, { reason: `${notice.territory.name}　${who}`, notices: [noticeFor(notice)] });
  return ok(null);
}

/** Marks what this contact may still know of as seen: one filing, or all. Gives how many. */
function markRead(tx: Tx, scope: NoticeScope, filing: string | null): Promise<number> {
  return tx.$executeRaw(Prisma.sql`UPDATE contact_notice SET read_at = now() WHERE user_id = ${scope.actor.id}::uuid AND read_at IS NULL
    AND filing_id IN (SELECT told.filing_id FROM ${toldFromSql(scope)} AND (${filing}::uuid IS NULL OR told.filing_id = ${filing}::uuid))`);
}

/** A contact leader or liaison has seen that a visit is coming. */
export async function readNotice({ tx, scope, record }: Command<NoticeScope>, { filing }: { filing: string }): Promise<Outcome<null>> {
  if (scope.kind !== 'contact' || !(await wasTold(tx, scope, filing))) return notFound();
  if ((await markRead(tx, scope, filing)) === 0) return stale('已经看过了。');
  record('notice.read', filing);
  return ok(null);
}

/** Everything that was not seen yet, with one press. */
export async function readAllNotices({ tx, scope, record }: Command<NoticeScope>): Promise<Outcome<{ count: number }>> {
  const count = scope.kind === 'contact' ? await markRead(tx, scope, null) : 0;
  if (count === 0) return stale('没有未看的告知。');
  record('notice.allMarked', scope.actor.id, { count });
  return ok({ count });
}
