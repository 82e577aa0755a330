import type { FilingBody } from '#features/filing/schema.ts';
import { joinVisit } from '#features/joint-visit/commands/join-visit.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from './api.ts';
import { untouchedEnterprises } from './contests.ts';
import { placeDraw, placeEntry } from './draws.ts';
import { officeOf, succeed } from './people.ts';
import { enterpriseId, freeDays, nextMonthOn, plannedVisit, visitYear } from './requests.ts';

const { leng } = journey;
const lastDay = freeDays.at(-1) ?? '';

/** The market regulator and the safety bureau, whose period ends later: each with an entry and officers of its own. */
export const ours = {
  agency: leng.agency,
  no: `${visitYear}-9801`,
  matter: leng.matter,
  inspectors: leng.inspectors,
  from: nextMonthOn(1),
};
export const theirs = {
  ...{ agency: '431103-emergency', no: `${visitYear}-9802`, matter: 'emergency-009' },
  ...{ inspectors: ['DEMO-431103-U0047', 'DEMO-431103-U0048'], from: nextMonthOn(5) },
} as const;

export type Both = { readonly ours: string; readonly theirs: string };

/** Draws the enterprises for both agencies: the outcome ids of each enterprise. */
export async function drawForBoth(enterprises: readonly string[], quota = 50): Promise<ReadonlyMap<string, Both>> {
  const placed = await Promise.all(
    [ours, theirs].map(async ({ agency, no, matter, from, inspectors }) => {
      await placeEntry(leng.districtCode, { no, agency, matter, from, to: lastDay, quota });
      return placeDraw(
        leng.districtCode,
        no,
        enterprises.map((uscc) => ({ uscc, inspectors })),
      );
    }),
  );
  const idOf = (index: number, uscc: string) => placed[index]?.outcomes.get(uscc) ?? '';
  return new Map(enterprises.map((uscc) => [uscc, { ours: idOf(0, uscc), theirs: idOf(1, uscc) }]));
}

/** The market regulator's filing for both, as its own system sends it. */
export function jointVisitBody(enterprise: string, change: Partial<FilingBody> = {}): FilingBody {
  return plannedVisit(leng, {
    ...{ planEntry: ours.no, enterprise, form: 'onsite', matters: [ours.matter, theirs.matter], coAgencies: [theirs.agency] },
    inspectors: [...ours.inspectors, ...theirs.inspectors],
    ...change,
  });
}

/** Places used of both entries, and what the enterprise's two lines and the two matters have used up. */
export async function readJointLimits(enterprise: string): Promise<Record<string, number>> {
  const [row] = await asOwner<Record<string, number>>(
    `SELECT (SELECT used FROM plan_entry WHERE no = $2 AND until_plan_id IS NULL) AS ours, (SELECT used FROM plan_entry WHERE no = $3 AND until_plan_id IS NULL) AS theirs,
      (SELECT coalesce(sum(visits), 0)::int FROM visit_counter JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = $1) AS visits,
      (SELECT count(*)::int FROM matter_visit JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = $1) AS matters`,
    [enterprise, ours.no, theirs.no],
  );
  if (!row) throw new Error('no limits');
  return row;
}

/** Targets of buttons: an enterprise drawn by two agencies, and a joint visit at another. */
export async function makeJointVisits() {
  const [free = '', taken = ''] = await untouchedEnterprises(leng.matter, 2);
  const drawn = await drawForBoth([free, taken]);
  const outcomesOf = (uscc: string) => Object.values(drawn.get(uscc) ?? {});
  const asked = { enterprise: enterpriseId(leng, taken), outcomes: outcomesOf(taken), lead: ours.agency };
  const { id } = await succeed(await officeOf('luolin'), joinVisit, asked);
  const [jointOne = '', jointOther = ''] = outcomesOf(free);
  return { jointVisit: id, jointEnterprise: enterpriseId(leng, free), jointOne, jointOther };
}
