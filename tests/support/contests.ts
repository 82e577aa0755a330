import type { FilingBody } from '#features/filing/schema.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from './api.ts';
import { at, caseVisit, freeDays } from './requests.ts';

/** Runs contests side by side, `width` at a time; `lane` tells those that run at once apart. */
export async function runContests(
  rounds: { count: number; width: number },
  contest: (nth: number, lane: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const runLane = async (lane: number): Promise<void> => {
    for (let nth = next++; nth < rounds.count; nth = next++) await contest(nth, lane);
  };
  await Promise.all(Array.from({ length: rounds.width }, (_, lane) => runLane(lane)));
}

/** Enterprises of 冷水滩 that nobody has visited or drawn, of a line of business in which the matter is checked. */
export async function untouchedEnterprises(matter: string, count: number): Promise<string[]> {
  const rows = await asOwner<{ uscc: string }>(
    `SELECT uscc FROM enterprise JOIN matter ON matter.district_code = enterprise.district_code AND matter.code = $1
    WHERE enterprise.district_code = $2 AND status = 'active' AND NOT undisturbed AND (industries = '{}' OR industry = ANY (industries))
      AND NOT EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id) AND NOT EXISTS (SELECT FROM draw_outcome WHERE enterprise_id = enterprise.id)
      AND NOT EXISTS (SELECT FROM recusal WHERE enterprise_id = enterprise.id) ORDER BY uscc LIMIT $3`,
    [matter, journey.leng.districtCode, count],
  );
  if (rows.length < count) throw new Error(`only ${rows.length} enterprises are left alone`);
  return rows.map(({ uscc }) => uscc);
}

/** A case check at one of the enterprises; no two numbers mean the same enterprise at the same time. */
export function caseNumber(nth: number, enterprises: readonly string[]): FilingBody {
  const turn = Math.floor(nth / enterprises.length);
  const day = freeDays[turn % freeDays.length] ?? '';
  const hour = 8 + 2 * Math.floor(turn / freeDays.length);
  const hours = [hour, hour + 1].map((each) => `${String(each).padStart(2, '0')}:00`);
  return caseVisit(journey.leng, {
    enterprise: enterprises[nth % enterprises.length] ?? '',
    start: at(day, hours[0] ?? ''),
    end: at(day, hours[1] ?? ''),
  });
}
