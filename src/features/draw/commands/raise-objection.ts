import 'server-only';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import { takePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import type { PublicScope } from '#platform/scope.ts';
import type { Objection } from '../schema.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';

export type WeighedObjection = Objection & { readonly wait: number | null };

/** Takes one of the points that an address has for objections: anybody may object, nobody may flood the office. */
export async function weighObjection(input: Objection): Promise<WeighedObjection> {
  return { ...input, wait: await takePoint('objectionAddress', await callerAddress()) };
}

type Found = { readonly id: string; readonly districtCode: string };
type Objector = { readonly enterpriseId: string | null; readonly inspectorId: string | null };

/** Who stands behind the code: an enterprise of the district or an inspector, and only if the frozen record names it. */
async function findObjector(tx: Tx, draw: Found, who: string): Promise<Objector | null> {
  const [row] = await tx.$queryRaw<Objector[]>(Prisma.sql`
    SELECT (SELECT id FROM enterprise WHERE district_code = ${draw.districtCode} AND uscc = ${who}) AS "enterpriseId",
      (SELECT inspector.id FROM inspector JOIN agency ON agency.code = agency_code
        WHERE district_code = ${draw.districtCode} AND credential_no = ${who}) AS "inspectorId"
    FROM draw_record WHERE draw_id = ${draw.id}::uuid AND strpos(frozen, ${`"id":${JSON.stringify(who)}`}) > 0`);
  if (!row?.enterpriseId && !row?.inspectorId) return null;
  return { enterpriseId: row.enterpriseId, inspectorId: row.enterpriseId === null ? row.inspectorId : null };
}

/** The draw, not taken yet: a record may be a hundred megabytes, and whoever searches it holds nobody up. */
async function findDraw(tx: Tx, { district, no }: Objection): Promise<Found | null> {
  const [year, serial] = no.split('-').map(Number);
  const where = { districtCode: district, year: year ?? 0, serial: serial ?? 0 };
  return tx.draw.findFirst({ where, select: { id: true, districtCode: true } });
}

const noticeOf = (draw: LockedDraw, no: number): Notice[] => [
  {
    to: { roles: ['officeClerk', 'officeDirector'] },
    text: `${draw.no}收到第 ${no} 件异议，请答复；答复前不能承诺`,
    href: `/drawing/${draw.id}`,
  },
  {
    to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes: [draw.agencyCode] },
    text: `${draw.no}收到第 ${no} 件异议，由办公室答复`,
    href: `/drawing/${draw.id}`,
  },
];

const sayTooOften = (wait: number) => stale(`提交得太频繁，请 ${Math.ceil(wait / 60)} 分钟后再试，或打办公室的电话。`);

function refuse(draw: LockedDraw, now: Date): Outcome<never> | null {
  if (draw.status === 'frozen' && draw.objectionEnd !== null && now < draw.objectionEnd && draw.round === null) return null;
  return stale('异议期已经结束。对结果有意见，请打办公室的电话。');
}

/** One open objection for each who is named; the draw is locked. Gives the number of the new one, or null. */
async function takePlace(tx: Tx, draw: string, named: Objector): Promise<number | null> {
  const rows = await tx.drawObjection.findMany({
    where: { drawId: draw },
    select: { enterpriseId: true, inspectorId: true, answeredAt: true },
  });
  const isSame = (row: Objector) => row.enterpriseId === named.enterpriseId && row.inspectorId === named.inspectorId;
  return rows.some((row) => row.answeredAt === null && isSame(row)) ? null : rows.length + 1;
}

/** Anybody named in a frozen record objects to it, without an account; name and telephone stay with the office. */
export async function raiseObjection(
  { tx, now, record }: Command<PublicScope>,
  input: WeighedObjection,
): Promise<Outcome<{ objection: number }>> {
  const found = await findDraw(tx, input);
  if (!found) return notFound();
  if (input.wait !== null) return sayTooOften(input.wait);
  const named = await findObjector(tx, found, input.who);
  const draw = await lockDraw(tx, found);
  if (!draw) return notFound();
  const refused = refuse(draw, now);
  if (refused) return refused;
  if (!named) return invalid({ who: ['冻结的名单里没有这个代码。名单内的企业和执法人员才能提出异议'] });
  const objection = await takePlace(tx, draw.id, named);
  if (objection === null) return stale('这个代码已有一件异议在等办公室答复，答复后才能再提。');
  const contact = { text: input.text, contactName: input.name, contactPhone: input.phone };
  await tx.drawObjection.create({ data: { id: newId(), drawId: draw.id, no: objection, ...named, ...contact, raisedAt: now } });
  record('draw.objected', draw.id, { no: draw.no, objection, poolHash: draw.poolHash, ...named, notices: noticeOf(draw, objection) });
  return ok({ objection });
}
