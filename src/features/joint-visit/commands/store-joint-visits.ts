import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import type { JointProposal } from '#domain/inspection/joint-proposal.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { OutcomeRow } from '../queries/load-due-outcomes.ts';

type Proposal = JointProposal<OutcomeRow>;

/** The lead is told to file, the others that somebody else will. */
function noticesOf({ lead, parts, fromDay, toDay }: Proposal, now: Date): Notice[] {
  const today = dayOf(now);
  const names = parts.map(({ agencyName }) => agencyName).join('、');
  const [leading] = parts;
  const text = `${leading?.enterpriseName}：${names}合并为一次联合检查，${sayDay(fromDay, today)}—${sayDay(toDay, today)}，${leading?.agencyName}牵头`;
  const roles = ['agencyFiler', 'agencyHead'] as const;
  const others = parts.flatMap(({ agency }) => (agency === lead ? [] : [agency]));
  return [
    { to: { roles, agencyCodes: [lead] }, text: `${text}。请备案`, href: '/filings/drawn?joint=yes' },
    { to: { roles, agencyCodes: others }, text, href: '/drawing/joint?view=joined' },
  ];
}

/** Writes the visits and ties their outcomes to them, all or nothing; gives their ids. Throws where an outcome was taken meanwhile. */
export async function storeJointVisits(
  { tx, scope, now, record }: Command<OfficeScope>,
  proposals: readonly Proposal[],
): Promise<string[]> {
  const visits = proposals.map((proposal) => ({
    ...{ id: newId(), enterprise: proposal.enterprise, lead: proposal.lead, fromDay: proposal.fromDay, toDay: proposal.toDay },
    outcomes: proposal.parts.map(({ outcome }) => outcome),
  }));
  const wanted = visits.flatMap(({ outcomes }) => outcomes).length;
  const [row] = await tx.$queryRaw<{ joined: number }[]>(Prisma.sql`WITH asked AS (
    SELECT * FROM json_to_recordset(${JSON.stringify(visits)}::json) AS one (id uuid, enterprise uuid, lead text, "fromDay" date, "toDay" date, outcomes json)
  ), visit AS (
    INSERT INTO joint_visit (id, district_code, enterprise_id, lead_agency_code, from_day, to_day, joined_at, joined_by_id)
    SELECT id, ${scope.districtCode}, enterprise, lead, "fromDay", "toDay", ${now}, ${scope.actor.id}::uuid FROM asked RETURNING id
  ), joined AS (
    UPDATE draw_outcome SET joint_visit_id = asked.id FROM asked JOIN visit USING (id), json_array_elements_text(outcomes) outcome
    WHERE draw_outcome.id = outcome::uuid AND joint_visit_id IS NULL AND replaced_at IS NULL RETURNING draw_outcome.id
  ) SELECT count(*)::int AS joined FROM joined`);
  if (row?.joined !== wanted) throw new LimitTaken('an outcome was joined or replaced meanwhile');
  for (const [index, visit] of visits.entries()) {
    const { id, lead, outcomes } = visit;
    record('jointVisit.joined', id, { lead, outcomes, notices: noticesOf(proposals[index] as Proposal, now) });
  }
  return visits.map(({ id }) => id);
}
