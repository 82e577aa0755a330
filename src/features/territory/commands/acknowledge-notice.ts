import 'server-only';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Prisma, Tx } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { NoticeScope, OfficeScope, TerritoryScope } from '#platform/scope.ts';
import { unsealedFilings } from '../queries/unsealed.ts';

const already = '已经签收过了。';
const standing: Prisma.FilingWhereInput = { status: { in: ['filed', 'filedWithCondition', 'checkedIn'] } };
const shown = {
  filingId: true,
  acknowledgedAt: true,
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

/** The territory's officer acknowledges that a visit is coming: from now on its people may enter. */
export async function acknowledgeNotice(
  { tx, scope, now, record }: Command<TerritoryScope>,
  { filing }: { filing: string },
): Promise<Outcome<null>> {
  const notice = await tx.territoryNotice.findFirst({ where: { filingId: filing, ...withinTerritory(scope) }, select: shown });
  if (!notice) return notFound();
  const { count } = await tx.territoryNotice.updateMany({
    where: { filingId: filing, territoryCode: scope.actor.territoryCode ?? '', acknowledgedAt: null },
    data: { acknowledgedAt: now, acknowledgedById: scope.actor.id, acknowledgedHow: 'inApp' },
  });
  if (count === 0) return stale(already);
  record('notice.acknowledged', filing, { notices: [noticeFor(notice)] });
  return ok(null);
}

async function lockWaiting(tx: Tx, scope: TerritoryScope): Promise<Shown[]> {
  const within = withinTerritory(scope);
  const where = { ...within, acknowledgedAt: null, filing: { AND: [within.filing ?? {}, standing as object] } };
  return tx.territoryNotice.findMany({
    where: where as Prisma.TerritoryNoticeWhereInput,
    select: shown,
    orderBy: { filingId: 'asc' },
    take: 500,
  });
}

/** The same for everything that waits, with one press. */
export async function acknowledgeAll({ tx, scope, now, record }: Command<TerritoryScope>): Promise<Outcome<{ count: number }>> {
  const waiting = await lockWaiting(tx, scope);
  const ids = waiting.map(({ filingId }) => filingId);
  const { count } = await tx.territoryNotice.updateMany({
    where: { filingId: { in: ids }, territoryCode: scope.actor.territoryCode ?? '', acknowledgedAt: null },
    data: { acknowledgedAt: now, acknowledgedById: scope.actor.id, acknowledgedHow: 'inApp' },
  });
  if (count === 0 || count < ids.length) return stale(already);
  for (const notice of waiting) record('notice.acknowledged', notice.filingId, { notices: [noticeFor(notice)] });
  return ok({ count });
}

/** The office rang the territory up: who said so is kept. */
export async function phoneNotice(
  { tx, scope, now, record }: Command<OfficeScope>,
  { filing, who }: { filing: string; who: string },
): Promise<Outcome<null>> {
  const notice = await tx.territoryNotice.findFirst({
    where: { filingId: filing, filing: { districtCode: scope.districtCode } },
    select: shown,
  });
  if (!notice) return notFound();
  const { count } = await tx.territoryNotice.updateMany({
    where: { filingId: filing, acknowledgedAt: null },
    data: { acknowledgedAt: now, acknowledgedById: scope.actor.id, acknowledgedHow: 'phone', note: who },
  });
  if (count === 0) return stale(already);
  record('notice.phoned', filing, { reason: `${notice.territory.name}　${who}`, notices: [noticeFor(notice)] });
  return ok(null);
}

const ownNotices = ({ districtCode, actor }: NoticeScope): Prisma.ContactNoticeWhereInput => ({
  userId: actor.id,
  filing: { ...unsealedFilings, districtCode },
});

/** A contact leader or liaison has seen that a visit is coming. */
export async function readNotice({ tx, scope, now, record }: Command<NoticeScope>, { filing }: { filing: string }): Promise<Outcome<null>> {
  const where = { filingId: filing, ...ownNotices(scope) };
  if ((await tx.contactNotice.count({ where })) === 0) return notFound();
  const { count } = await tx.contactNotice.updateMany({ where: { ...where, readAt: null }, data: { readAt: now } });
  if (count === 0) return stale('已经看过了。');
  record('notice.read', filing);
  return ok(null);
}

/** Everything that was not seen yet, with one press. */
export async function readAllNotices({ tx, scope, now, record }: Command<NoticeScope>): Promise<Outcome<{ count: number }>> {
  const { count } = await tx.contactNotice.updateMany({ where: { ...ownNotices(scope), readAt: null }, data: { readAt: now } });
  if (count === 0) return stale('没有未看的告知。');
  record('notice.allMarked', scope.actor.id, { count });
  return ok({ count });
}
