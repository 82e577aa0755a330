import 'server-only';
import { db } from '#platform/db.ts';
import type { NoticeScope } from '#platform/scope.ts';

/** The name of the territory that an officer answers for; for a contact, what the page is about. */
export async function loadPlace({ kind, districtCode, actor }: NoticeScope): Promise<string> {
  if (kind === 'contact') return '您联系的重点企业';
  const where = { code: actor.territoryCode ?? '', districtCode };
  return (await db().territory.findFirst({ where, select: { name: true } }))?.name ?? '';
}
