import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { ProposalKind } from '../labels.ts';
import type { MatterFields } from '../schema.ts';
import { findOwnMatter, type Groups, loadGroups } from './find-own-matter.ts';
import { type MatterRow, matterColumns } from './load-catalogue.ts';

/** One version of a matter; `until` is the first day on which it is no longer in force. */
export type MatterVersion = MatterRow & { readonly until: Day | null; readonly isInForce: boolean };

export type ProposalRow = {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly matterCode: string | null;
  readonly name: string;
  readonly agency: string;
  readonly reason: string;
  readonly status: 'open' | 'accepted' | 'refused';
  readonly proposedAt: Date;
  readonly now: Date;
};

type Scope = AgencyScope | OfficeScope;

const versionsSql = (districtCode: string, code: string) => Prisma.sql`SELECT ${matterColumns}, published_to::text AS until,
    daterange(published_from, published_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date AS "isInForce"
  FROM matter WHERE district_code = ${districtCode} AND matter.code = ${code} ORDER BY published_from DESC LIMIT 100`;

/** What a scope sees of the proposals: the office its district's, an agency its own. */
const reach = (scope: Scope) =>
  scope.kind === 'office'
    ? Prisma.sql`proposal.district_code = ${scope.districtCode}`
    : Prisma.sql`proposal.district_code = ${scope.districtCode} AND proposal.agency_code = ${scope.agencyCode}`;

const proposalColumns = Prisma.sql`proposal.id, proposal.kind::text AS kind, matter_code AS "matterCode", fields ->> 'name' AS name,
  short_name AS agency, reason, status::text AS status, proposed_at AS "proposedAt", now() AS now`;

/** The proposals within the scope, those that wait first, then the latest; at most 20. */
export function listProposals(scope: Scope): Promise<ProposalRow[]> {
  return db().$queryRaw<ProposalRow[]>(Prisma.sql`SELECT ${proposalColumns}
    FROM matter_proposal proposal JOIN agency ON agency.code = agency_code WHERE ${reach(scope)}
    ORDER BY status = 'open' DESC, proposed_at DESC LIMIT 20`);
}

/** A matter of the district with all its versions, and the form of a change where the reader may propose one. */
export async function loadMatter(scope: Scope, code: string) {
  const isFiler = scope.kind === 'agency' && scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  const [versions, fields] = await Promise.all([
    db().$queryRaw<MatterVersion[]>(versionsSql(scope.districtCode, code)),
    isFiler ? findOwnMatter(db(), scope, code) : null,
  ]);
  const shown = versions.find(({ isInForce }) => isInForce) ?? versions[0];
  if (!shown) return null;
  return { shown, versions, own: isFiler && fields ? { fields, groups: await loadGroups(db(), scope) } : null };
}
export type MatterView = NonNullable<Awaited<ReturnType<typeof loadMatter>>>;

/** What a filer's form of a new matter chooses from; null for everybody else, and for agencies that do not inspect. */
export async function loadAdditionDesk(scope: AgencyScope): Promise<Groups | null> {
  if (scope.actor.type !== 'user' || scope.actor.role !== 'agencyFiler') return null;
  const groups = await loadGroups(db(), scope);
  return groups.groups.length > 0 ? groups : null;
}

type ProposalFull = ProposalRow & {
  readonly fields: MatterFields;
  readonly proposedBy: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string;
};

/** One proposal within the scope beside the matter that it would change: the version in force, or while it is open the one that waits to come into force; null where the scope does not reach it. */
export async function loadProposal(scope: Scope, id: string) {
  const [proposal] = await db().$queryRaw<ProposalFull[]>(Prisma.sql`SELECT ${proposalColumns}, fields, proposer.name AS "proposedBy",
      decider.name AS "decidedBy", decided_at AS "decidedAt", decision_reason AS "decisionReason"
    FROM matter_proposal proposal JOIN agency ON agency.code = proposal.agency_code JOIN user_account proposer ON proposer.id = proposed_by_id
    LEFT JOIN user_account decider ON decider.id = decided_by_id WHERE proposal.id = ${id}::uuid AND ${reach(scope)}`);
  if (!proposal) return null;
  const versions = proposal.matterCode ? await db().$queryRaw<MatterVersion[]>(versionsSql(scope.districtCode, proposal.matterCode)) : [];
  const inForce = versions.find(({ isInForce }) => isInForce) ?? null;
  const latest = versions.find(({ until }) => until === null) ?? inForce;
  return {
    proposal,
    before: proposal.status === 'open' ? latest : inForce,
    canDecide: scope.kind === 'office' && proposal.status === 'open',
  };
}
export type ProposalView = NonNullable<Awaited<ReturnType<typeof loadProposal>>>;
