import 'server-only';
import type { z } from 'zod';
import { dayOf } from '#domain/calendar/local-day.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { contactAssignment } from '../schema.ts';

type Assignment = z.output<typeof contactAssignment>;

const roleOf = { leader: 'contactLeader', liaison: 'liaison' } as const;
const wordOf = { leader: '联系领导', liaison: '联络员' } as const;

/** Whoever becomes the contact hears of the visits that are still to come as well. */
async function tellComing(tx: Tx, { enterprise, user }: Assignment): Promise<void> {
  await tx.$executeRaw(Prisma.sql`INSERT INTO contact_notice (filing_id, user_id, sent_at)
    SELECT filing.id, ${user}::uuid, now() FROM filing JOIN territory_notice ON filing_id = filing.id
    WHERE enterprise_id = ${enterprise}::uuid AND filing.status IN ('filed', 'filedWithCondition', 'checkedIn') AND ends_at > now()
    ON CONFLICT DO NOTHING`);
}

/** The enterprise, locked: one contact of a kind at a time. */
async function lockKeyEnterprise(tx: Tx, { districtCode }: OfficeScope, id: string) {
  const [row] = await tx.$queryRaw<{ name: string; keyEnterprise: boolean }[]>(Prisma.sql`
    SELECT name, key_enterprise AS "keyEnterprise" FROM enterprise
    WHERE id = ${id}::uuid AND district_code = ${districtCode} AND merged_into_id IS NULL FOR NO KEY UPDATE`);
  return row ?? null;
}

/** Gives a key enterprise its contact leader or liaison; whoever was it before keeps the past (design: records.md, Service). */
export async function assignContact({ tx, scope, now, record }: Command<OfficeScope>, input: Assignment): Promise<Outcome<null>> {
  const enterprise = await lockKeyEnterprise(tx, scope, input.enterprise);
  const person = { id: input.user, districtCode: scope.districtCode, role: roleOf[input.kind], disabledAt: null };
  const user = await tx.user.findFirst({ where: person, select: { name: true } });
  if (!enterprise) return notFound();
  if (!user) return invalid({ user: [`请选择本区县的${wordOf[input.kind]}`] });
  if (!enterprise.keyEnterprise) return invalid({ '': ['只有重点企业须指定联系领导和联络员。'] });
  const today = new Date(`${dayOf(now)}T00:00:00Z`);
  const current = await tx.keyContact.findFirst({ where: { enterpriseId: input.enterprise, kind: input.kind, until: null } });
  if (current?.userId === input.user) return stale(`${user.name}已经是这家企业的${wordOf[input.kind]}。`);
  if (current) await tx.keyContact.updateMany({ where: { id: current.id, until: null }, data: { until: today } });
  const id = newId();
  await tx.keyContact.create({ data: { id, enterpriseId: input.enterprise, kind: input.kind, userId: input.user, since: today } });
  await tellComing(tx, input);
  const text = `${enterprise.name}：由您担任${wordOf[input.kind]}`;
  record('contact.assigned', input.enterprise, {
    kind: input.kind,
    user: input.user,
    notices: [{ to: { userIds: [input.user] }, text, href: '/territory' }],
  });
  return ok(null);
}
