import { asOwner } from '../api.ts';

/** A visit that can be rated, an answer with its call-back, a report from the door and a message that could not be sent. */
export type RatingTargets = {
  readonly leftFiling: string;
  readonly answer: string;
  readonly report: string;
  readonly unsentMessage: string;
};

export async function makeRatings(districtCode: string): Promise<RatingTargets> {
  const [made] = await asOwner<RatingTargets>(
    `WITH visit AS (SELECT filing_id FROM feedback_invitation WHERE district_code = $1 AND status = 'closed'
        ORDER BY closes_at DESC LIMIT 1),
      opened AS (UPDATE feedback_invitation SET status = 'invited', closes_at = now() + interval '9 days' WHERE filing_id = (SELECT filing_id FROM visit)),
      answer AS (INSERT INTO callback_task (feedback_id, district_code, raised_at, due_day)
        SELECT id, district_code, now(), now() FROM feedback WHERE district_code = $1 ORDER BY answered_on DESC, id LIMIT 1
        ON CONFLICT (feedback_id) DO UPDATE SET done_at = NULL, done_by_id = NULL RETURNING feedback_id AS id),
      report AS (INSERT INTO door_report (id, district_code, kind, what, raised_at, receipt_hash)
        VALUES (gen_random_uuid(), $1, 'notAsFiled', '{noForm}', now(), encode(sha256(gen_random_uuid()::text::bytea), 'hex')) RETURNING id),
      message AS (INSERT INTO outbox_message (id, district_code, channel, recipient, template, params, status, attempts, error)
        VALUES (gen_random_uuid(), $1, 'sms', '19900000000', 'rateInvited', '{}', 'failed', 6, 'x') RETURNING id)
    SELECT visit.filing_id AS "leftFiling", answer.id AS answer, report.id AS report, message.id AS "unsentMessage" FROM visit, answer, report, message`,
    [districtCode],
  );
  if (!made) throw new Error('nothing to rate');
  return made;
}
