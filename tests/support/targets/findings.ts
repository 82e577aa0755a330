import { issueLetter } from '#features/finding/commands/issue-letter.ts';
import { noteFinding } from '#features/finding/commands/note-finding.ts';
import type { Journey } from '#seed/story.data.ts';
import { asOwner } from '../api.ts';
import { order, visitedCase } from '../findings.ts';
import { agencyOf, succeed } from '../people.ts';

/** A visit to record, one with its letter, the finding in it that was ordered to be corrected, and an alert. */
export type FindingTargets = {
  readonly visitedFiling: string;
  readonly letteredFiling: string;
  readonly orderedFinding: string;
  readonly alert: string;
};

/** A visit whose results are to be recorded, one whose letter is issued with an order in it, and an alert. */
export async function makeFindings(filer: string, { districtCode, matter }: Journey): Promise<FindingTargets> {
  const scope = await agencyOf(filer);
  const [visitedFiling, letteredFiling] = [await visitedCase(5), await visitedCase(6)];
  await succeed(scope, noteFinding, { filing: letteredFiling, ...order(matter) });
  await succeed(scope, issueLetter, { filing: letteredFiling });
  const [made] = await asOwner<{ orderedFinding: string; alert: string }>(
    `WITH made AS (INSERT INTO alert (id, district_code, kind, dedupe, facts, raised_at) VALUES (gen_random_uuid(), $1, 'overtime', 'target', '{}', now()) RETURNING id)
    SELECT (SELECT id FROM finding WHERE filing_id = $2) AS "orderedFinding", (SELECT id FROM made) AS alert`,
    [districtCode, letteredFiling],
  );
  if (!made) throw new Error('no findings');
  return { visitedFiling, letteredFiling, ...made };
}
