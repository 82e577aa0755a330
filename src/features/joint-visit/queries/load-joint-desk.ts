import 'server-only';
import { isPermitted } from '#domain/access/permissions.ts';
import { type ApartPair, type JointProposal, proposeJointVisits } from '#domain/inspection/joint-proposal.ts';
import type { VisitClock } from '#domain/inspection/open-visit-days.ts';
import { loadVisitClock } from '#features/filing/queries/load-visit-clock.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { JointFilter } from '../schema.ts';
import { type JoinedVisit, joinedSql } from './joined-visits-sql.ts';
import { limitsUnder, loadDueOutcomes, type OutcomeRow } from './load-due-outcomes.ts';

export type JointDesk = {
  readonly today: string;
  readonly canAct: boolean;
  readonly counts: Readonly<Record<JointFilter['view'], number>>;
  readonly proposals: readonly JointProposal<OutcomeRow>[];
  readonly joined: readonly JoinedVisit[];
  readonly apart: readonly ApartPair<OutcomeRow>[];
  readonly page: number;
  readonly pages: number;
  readonly size: number;
};

const size = 15;

type Compared = { readonly clock: VisitClock } & ReturnType<typeof proposeJointVisits<OutcomeRow>>;

const agencyOf = (scope: AgencyScope | OfficeScope) => (scope.kind === 'agency' ? scope.agencyCode : null);

async function compareOutcomes(scope: AgencyScope | OfficeScope): Promise<Compared> {
  const reach = { districtCode: scope.districtCode, agencyCode: agencyOf(scope) };
  const [clock, outcomes] = await Promise.all([loadVisitClock(db(), scope.districtCode), loadDueOutcomes(db(), reach)]);
  return { clock, ...proposeJointVisits(outcomes, limitsUnder(clock)) };
}

/** How many visits could be made one now, for the office's home. */
export async function countProposals(scope: OfficeScope): Promise<number> {
  return (await compareOutcomes(scope)).proposals.length;
}

/** What several agencies drew at one enterprise: what could be one visit, what is one, what cannot be. An agency sees what concerns it. */
export async function loadJointDesk(scope: AgencyScope | OfficeScope, { view, page }: JointFilter): Promise<JointDesk> {
  const place = { districtCode: scope.districtCode, agencyCode: agencyOf(scope) };
  const [{ clock, proposals, apart }, joined] = await Promise.all([
    compareOutcomes(scope),
    db().$queryRaw<(JoinedVisit & { total: number })[]>(joinedSql(place, { size, offset: view === 'joined' ? (page - 1) * size : 0 })),
  ]);
  const [tally] = await db().$queryRaw<{ joined: number }[]>(Prisma.sql`SELECT count(*)::int AS joined FROM joint_visit
    WHERE district_code = ${place.districtCode} AND ended_at IS NULL AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND (${place.agencyCode}::text IS NULL
      OR EXISTS (SELECT FROM draw_outcome JOIN draw ON draw.id = draw_id WHERE joint_visit_id = joint_visit.id AND agency_code = ${place.agencyCode}))`);
  const counts = { proposals: proposals.length, joined: tally?.joined ?? 0, apart: apart.length };
  const turn = <Row>(rows: readonly Row[]) => rows.slice((page - 1) * size, page * size);
  const { actor } = scope;
  return {
    ...{ today: clock.today, canAct: actor.type === 'user' && isPermitted(actor.role, 'jointVisit.join') },
    ...{ counts, proposals: turn(proposals), apart: turn(apart), joined, page, pages: Math.max(1, Math.ceil(counts[view] / size)), size },
  };
}
