import 'server-only';
import type {
  AgencyFact,
  ApprovalFact,
  DrawFact,
  DrawProgressFact,
  EnterpriseFact,
  EntryFacts,
  InspectorFact,
  JointPartFact,
  JointVisitFact,
  MatterFact,
  MatterUseFact,
  OtherVisitFact,
  OwnVisitFact,
  PlanEntryFact,
} from '#domain/inspection/facts.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import type { Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import type { EntryRequest } from '../schema.ts';
import { type Asked, entryFactsOfManySql, entryFactsSql } from './entry-facts-sql.ts';

/** Ids behind the facts, for storing: rules never see them. */
export type EntryRefs = {
  readonly enterpriseId: string;
  readonly address: string;
  readonly territoryCode: string;
  readonly policyId: string;
  readonly planEntryId: string | null;
  readonly drawOutcomeId: string | null;
  /** Further entries of which a joint visit takes a place each. */
  readonly joinedEntryIds: readonly string[];
  readonly matterIds: readonly string[];
  readonly inspectorIds: readonly string[];
  readonly approverId: string | null;
};

export type Gathered = { readonly facts: EntryFacts; readonly refs: EntryRefs };

type InstantText = { readonly start: string; readonly end: string };
type Dated<T> = T extends { start: Date; end: Date } ? Omit<T, 'start' | 'end'> & InstantText : T;

type PartRow = JointPartFact & { readonly agency: string; readonly entry: PlanEntryFact & { readonly id: string } };
type JointRow = Omit<JointVisitFact, 'parts'> & { readonly parts: readonly PartRow[] };

/** The statement's single row. */
type Row = {
  readonly now: Date;
  readonly policyId: string | null;
  readonly officialYears: number[];
  readonly calendarDays: { day: string; kind: 'holiday' | 'makeUp'; name: string }[];
  readonly lead: AgencyFact | null;
  readonly coAgencies: AgencyFact[];
  readonly enterprise: (EnterpriseFact & { id: string; accountableCode: string }) | null;
  readonly matters: (NonNullable<MatterFact['catalogue']> & { id: string; code: string })[];
  readonly inspectors: (NonNullable<InspectorFact['register']> & { id: string; credentialNo: string })[];
  readonly planEntry: (PlanEntryFact & { id: string }) | null;
  readonly draw: (DrawFact & { id: string }) | null;
  readonly drawProgress: DrawProgressFact | null;
  readonly jointVisit: JointRow | null;
  readonly otherFilings: Dated<Extract<OtherVisitFact, { type: 'filing' }>>[];
  readonly dueEntries: Extract<OtherVisitFact, { type: 'dueEntry' }>[];
  readonly ownVisits: Dated<OwnVisitFact>[];
  readonly visitCounts: { agencyKind: string; year: number; visits: number }[];
  readonly matterUses: MatterUseFact[];
  readonly approver: { id: string; isLeader: boolean } | null;
};

const instants = <T extends InstantText>(row: T) => ({ ...row, start: new Date(row.start), end: new Date(row.end) });

/** Who approves: a credential and an instant (API), the head in person (form), or nobody yet (preview). */
function approvalOf(request: EntryRequest, approver: Row['approver']): ApprovalFact {
  const { approval } = request;
  if (approval === 'pending') return { state: 'pending' };
  if (approval === null) return { state: 'missing' };
  return { state: 'given', isResponsibleLeader: approver?.isLeader ?? false, ...approval };
}

function unknownAgency(code: string): AgencyFact {
  return { code, shortName: code, subjectKind: 'none', kind: null };
}

function partiesOf(request: EntryRequest, row: Row): Pick<EntryFacts, 'lead' | 'coAgencies' | 'matters' | 'inspectors'> {
  const matters = new Map(row.matters.map((matter) => [matter.code, matter]));
  const inspectors = new Map(row.inspectors.map((inspector) => [inspector.credentialNo, inspector]));
  const agencies = new Map(row.coAgencies.map((agency) => [agency.code, agency]));
  return {
    lead: row.lead ?? unknownAgency(request.lead),
    coAgencies: request.coAgencies.map((code) => agencies.get(code) ?? unknownAgency(code)),
    matters: request.matters.map((code) => ({ code, catalogue: matters.get(code) ?? null })),
    inspectors: request.inspectors.map((credentialNo) => ({ credentialNo, register: inspectors.get(credentialNo) ?? null })),
  };
}

/** A plan entry and its draw are used by planned visits of an agency that stands in the entry, and by nobody else. */
function refsOf(row: Row, enterprise: NonNullable<Row['enterprise']>, { policy, visit, lead, planEntry }: EntryFacts): EntryRefs {
  const isPlanned = policy.values.plannedKinds.value.includes(visit.kind) && planEntry?.agencies.includes(lead.code);
  const joined = isPlanned && row.jointVisit && isStanding(row.jointVisit) && row.jointVisit.lead === lead.code ? row.jointVisit.parts : [];
  return {
    enterpriseId: enterprise.id,
    address: enterprise.address,
    territoryCode: enterprise.accountableCode,
    policyId: row.policyId ?? '',
    planEntryId: isPlanned ? (row.planEntry?.id ?? null) : null,
    drawOutcomeId: isPlanned ? (row.draw?.id ?? null) : null,
    joinedEntryIds: joined.flatMap(({ entry }) => (entry.id === row.planEntry?.id ? [] : [entry.id])),
    matterIds: row.matters.map(({ id }) => id),
    inspectorIds: row.inspectors.map(({ id }) => id),
    approverId: row.approver?.id ?? null,
  };
}

/** A joint visit of which a draw was voided since no longer is one when its lead, or everybody else, has gone. */
function isStanding({ lead, parts }: JointRow): boolean {
  return parts.length > 1 && parts.some(({ agency }) => agency === lead);
}

function factsOf(row: Row, request: EntryRequest, known: Pick<EntryFacts, 'policy' | 'enterprise' | 'now' | 'filingAgency'>): EntryFacts {
  return {
    ...known,
    ...partiesOf(request, row),
    calendar: {
      days: new Map(row.calendarDays.map(({ day, kind, name }) => [day, { kind, name }])),
      officialYears: new Set(row.officialYears),
    },
    visit: request,
    planEntry: row.planEntry,
    draw: row.draw,
    drawProgress: row.drawProgress,
    jointVisit: row.jointVisit && isStanding(row.jointVisit) ? row.jointVisit : null,
    otherVisits: [...row.otherFilings.map((filing) => instants(filing) as OtherVisitFact), ...row.dueEntries],
    ownVisits: row.ownVisits.map(instants),
    visitCounts: row.visitCounts,
    matterUses: row.matterUses,
    approval: approvalOf(request, row.approver),
  };
}

/** The facts in a row of the statement. */
async function readRow(
  tx: Statements,
  row: Row | undefined,
  asked: { scope: FilingPlace; request: EntryRequest },
): Promise<Gathered | null> {
  if (!row?.enterprise) return null;
  if (!row.policyId) throw new Error('no policy is in force');
  const policy = await loadPolicy(row.policyId, tx);
  const { id: _id, accountableCode: _code, ...enterprise } = row.enterprise;
  const facts = factsOf(row, asked.request, { policy, enterprise, now: row.now, filingAgency: asked.scope.agencyCode });
  return { facts, refs: refsOf(row, row.enterprise, facts) };
}

/**
 * The facts of one request, read in one statement under the caller's transaction (or outside one, for a preview).
 * `asOf` replaces the database's clock for the judgement. Null: the district has no such enterprise.
 */
export async function gatherEntryFacts(tx: Statements, scope: FilingPlace, asked: Asked): Promise<Gathered | null> {
  const [row] = await tx.$queryRaw<Row[]>(entryFactsSql(scope, asked));
  return readRow(tx, row, { scope, request: asked.request });
}

/** The facts of many requests in one statement, each as if it were asked alone, in the same order. */
export async function gatherFactsOfMany(
  tx: Statements,
  scope: FilingPlace,
  requests: readonly EntryRequest[],
): Promise<(Gathered | null)[]> {
  const rows = await tx.$queryRaw<Row[]>(entryFactsOfManySql(scope, requests));
  return Promise.all(requests.map((request, nth) => readRow(tx, rows[nth], { scope, request })));
}
