import type { Journey } from '#seed/story.data.ts';
import { asOwner } from '../api.ts';
import { agencyOf } from '../people.ts';
import { freeEnterprise } from '../requests.ts';

/** A batch being filled in, one that was sent, and a template. */
export type BatchTargets = { readonly batch: string; readonly sentBatch: string; readonly template: string };

/** One of each, of the filer's agency; the batch that was sent holds a visit that waits for the head. */
export async function makeBatches(filer: string, story: Journey, submitted: string): Promise<BatchTargets> {
  const { actor } = await agencyOf(filer);
  const made = `INSERT INTO filing_batch (id, district_code, agency_code, author_id, body, status, sent_at)
    VALUES (gen_random_uuid(), $1, $2, $3, '{}', $4::batch_status, CASE WHEN $4 <> 'draft' THEN now() END) RETURNING id`;
  const [draft] = await asOwner<{ id: string }>(made, [story.districtCode, story.agency, actor.type === 'user' ? actor.id : null, 'draft']);
  const [sent] = await asOwner<{ id: string }>(made, [story.districtCode, story.agency, actor.type === 'user' ? actor.id : null, 'sent']);
  const [template] = await asOwner<{ id: string }>(
    `INSERT INTO filing_template (id, agency_code, name, body, created_by_id) VALUES (gen_random_uuid(), $1, '样本', '{}', $2) RETURNING id`,
    [story.agency, actor.type === 'user' ? actor.id : null],
  );
  await asOwner(
    `INSERT INTO filing_batch_item (batch_id, position, enterprise_id, starts_at, ends_at, status, filing_id)
     SELECT $1::uuid, 1, id, now() + interval '30 days', now() + interval '30 days 1 hour', 'waiting'::batch_item_status, NULL::uuid FROM enterprise WHERE uscc = $2
     UNION ALL SELECT $3::uuid, 1, enterprise_id, starts_at, ends_at, 'submitted', id FROM filing WHERE id = $4`,
    [draft?.id, freeEnterprise(story, 0), sent?.id, submitted],
  );
  return { batch: draft?.id ?? '', sentBatch: sent?.id ?? '', template: template?.id ?? '' };
}
