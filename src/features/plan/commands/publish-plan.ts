import 'server-only';
import { writeProposal, writeRecord } from '#domain/plan/plan-record.ts';
import { findObstacles, type Publication, preparePublication } from '#domain/plan/publication.ts';
import { lockReview } from '#features/review/commands/settle-lines.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { invalid, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type GatheredPublication, gatherPublication, type PlanPlace } from '../queries/gather-publication.ts';
import type { PlanPublication } from '../schema.ts';
import { type NewVersion, storeVersion } from './store-version.ts';

/** Nobody reviews and no filing takes a place meanwhile: the district first, then the entries. */
async function lockPlan(tx: Tx, place: PlanPlace): Promise<void> {
  await lockReview(tx, place);
  await tx.$queryRaw(Prisma.sql`SELECT entry.id FROM plan_entry entry JOIN plan ON plan.id = plan_id
    WHERE district_code = ${place.districtCode} AND year = ${place.year} ORDER BY entry.id FOR NO KEY UPDATE OF entry`);
}

/** What speaks against it as of now, or null. */
function refuse(gathered: GatheredPublication, publication: Publication, input: PlanPublication): Outcome<never> | null {
  const base = gathered.current?.version ?? 0;
  if (base !== input.base) return stale(`第 ${base} 版刚刚公示，请先看它，再决定要不要公示下一版。`);
  const [obstacle] = findObstacles(publication, gathered.facts);
  if (obstacle) return invalid({ '': [`${obstacle.say}。`] });
  const isSeen = hashText(writeProposal(publication.items)) === input.seen;
  return isSeen ? null : stale('审核刚刚有变化，下面是新的内容，请看过再公示。');
}

/** SHA-256 of the version as it is published: whoever holds a copy can tell whether it is this one. */
function hashOf({ districtCode: district, year, version, publishedAt, note }: NewVersion, { items, figures }: Publication): string {
  return hashText(writeRecord({ district, year, version, publishedAt: publishedAt.toISOString(), note, figures, entries: items }));
}

function noticeOf({ year, version, districtCode }: NewVersion, { added, changed, ended }: Publication['diff']): Notice {
  const counts = `新增 ${added.length} 项，调整 ${changed.length} 项，取消 ${ended.length} 项`;
  return {
    to: { roles: ['agencyFiler', 'agencyHead'] },
    text: `${year} 年度涉企检查计划第 ${version} 版已公示：${counts}`,
    href: `/plans/${districtCode}/${year}?version=${version}`,
  };
}

/**
 * Publishes the next version of a year's plan from the review as it stands, to be seen by everybody at once. Refused while lines are not
 * reviewed, when nothing changed, and when somebody published or reviewed since the page was read.
 */
export async function publishPlan(
  { tx, scope, now, record }: Command<OfficeScope>,
  input: PlanPublication,
): Promise<Outcome<{ version: number; district: string }>> {
  const place = { districtCode: scope.districtCode, year: input.year };
  await lockPlan(tx, place);
  const gathered = await gatherPublication(tx, place);
  const publication = preparePublication(gathered.facts);
  const refused = refuse(gathered, publication, input);
  if (refused) return refused;
  const version = input.base + 1;
  const plan = { id: newId(), ...place, version, publishedAt: now, publishedById: scope.actor.id, note: input.note };
  await storeVersion(tx, gathered, { publication, plan });
  const { added, changed, ended } = publication.diff;
  const numbers = { added: added.map(({ no }) => no), changed: changed.map(({ after }) => after.no), ended: ended.map(({ no }) => no) };
  const notices = [noticeOf(plan, publication.diff)];
  record('plan.published', plan.id, { year: input.year, version, hash: hashOf(plan, publication), ...numbers, notices });
  return ok({ version, district: scope.districtCode });
}
