import 'server-only';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import { isLate } from '#domain/emergency/clock.ts';
import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import { keptRequest } from '#features/filing/commands/filing-row-sql.ts';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import { recountParts } from '#features/finding/commands/recount-parts.ts';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { invalid, notFound, notPermitted, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { readFingerprint } from '../queries/fingerprint-sql.ts';
import { type CallFacts, gatherCall } from '../queries/gather-call.ts';
import { type CallRequest, kindOfTrigger, readRequest, type Supplement } from '../schema.ts';

const shown = {
  calledAt: true,
  dueDay: true,
  supplementedAt: true,
  supplementedById: true,
  caller: { select: { credentialNo: true } },
  filing: {
    select: {
      kind: true,
      status: true,
      request: true,
      leadAgency: { select: { kind: true } },
      enterprise: { select: { name: true } },
      matters: { select: { matter: { select: { id: true, code: true, agencyKind: true } } } },
      findings: { select: { matter: { select: { code: true, name: true } } } },
    },
  },
} as const;

const done = '这件紧急备案已经补报，请刷新后查看。';

/** Waits for whoever records a result, and makes them wait, so that no matter goes while its finding comes. */
async function lockOwn({ tx, scope }: Command<AgencyScope>, filing: string): Promise<void> {
  await lockVisited(tx, scope, filing);
  await tx.$queryRaw(
    Prisma.sql`SELECT filing.id FROM filing WHERE id = ${filing}::uuid AND lead_agency_code = ${scope.agencyCode} FOR UPDATE`,
  );
}

async function loadOwn({ tx, scope }: Command<AgencyScope>, filing: string) {
  const where = { filingId: filing, agencyCode: scope.agencyCode, districtCode: scope.districtCode };
  return tx.emergency.findFirst({ where, select: shown });
}
type Own = NonNullable<Awaited<ReturnType<typeof loadOwn>>>;

const userOf = ({ actor }: AgencyScope) => (actor.type === 'user' ? actor : null);

/** What others who joined look at stays theirs. */
function requestOf({ filing, caller, calledAt }: Own, scope: AgencyScope, input: Supplement): CallRequest {
  const others = filing.matters.filter(({ matter }) => matter.agencyKind !== filing.leadAgency.kind).map(({ matter }) => matter.code);
  return {
    ...readRequest(filing.request),
    lead: scope.agencyCode,
    matters: [...new Set([...others, ...input.matters.filter((code) => code !== '')])],
    form: input.form,
    trigger: { type: input.trigger, reference: input.reference },
    approval: { by: caller.credentialNo ?? '', at: calledAt, isFiler: false, isDeclared: false },
  };
}

/** What keeps the form from being sent, per field. */
function faultsOf({ filing }: Own, input: Supplement, { facts }: CallFacts): Record<string, string[]> {
  const unknown = facts.matters.filter(({ catalogue }) => catalogue === null).map(({ code }) => code);
  const codes = facts.matters.map(({ code }) => code);
  const lost = filing.findings.filter(({ matter }) => !codes.includes(matter.code)).map(({ matter }) => matter.name);
  const kind = kindOfTrigger(input.trigger) === filing.kind ? {} : { trigger: ['检查缘由应与电话备案时的检查类型一致'] };
  if (codes.length === 0) return { ...kind, matters: ['请选择检查事项'] };
  if (unknown.length > 0) return { ...kind, matters: [`事项清单里没有 ${unknown.join('、')}`] };
  return lost.length > 0 ? { ...kind, matters: [`已有检查结果的事项不能去掉：${lost.join('、')}`] } : kind;
}

async function writeSupplement({ tx, scope }: Command<AgencyScope>, id: string, judged: { request: CallRequest; gathered: CallFacts }) {
  const { request, gathered } = judged;
  const data = {
    request: keptRequest(request),
    form: request.form,
    policyId: gathered.refs.policyId,
    verdict: JSON.parse(JSON.stringify(judgeEntry(gathered.facts))) as Prisma.InputJsonValue,
  };
  await tx.filing.updateMany({ where: { id, districtCode: scope.districtCode, leadAgencyCode: scope.agencyCode, emergency: true }, data });
  await tx.filingMatter.deleteMany({ where: { filingId: id } });
  await tx.filingMatter.createMany({ data: gathered.refs.matterIds.map((matterId) => ({ filingId: id, matterId })) });
  await recountParts(tx, id);
}

/** The form that follows an emergency, judged as of the call; whatever the verdict, it is kept and goes to the unit's leader. */
export async function supplementEmergency(context: Command<AgencyScope>, input: Supplement): Promise<Outcome<null>> {
  const { tx, scope, record } = context;
  const user = userOf(scope);
  if (!user) return notPermitted();
  await lockOwn(context, input.filing);
  const own = await loadOwn(context, input.filing);
  if (!own) return notFound();
  if (own.supplementedAt || ['withdrawn', 'revoked'].includes(own.filing.status)) return stale(done);
  const request = requestOf(own, scope, input);
  const gathered = await gatherCall(tx, scope, { request, asOf: own.calledAt });
  if (!gathered) return notFound();
  const faults = faultsOf(own, input, gathered);
  if (Object.keys(faults).length > 0) return invalid(faults);
  await writeSupplement(context, input.filing, { request, gathered });
  const where = { filingId: input.filing, agencyCode: scope.agencyCode, supplementedAt: null };
  const { count } = await tx.emergency.updateMany({ where, data: { supplementedById: user.id } });
  if (count === 0) return stale(done);
  const to = { roles: ['agencyHead' as const], agencyCodes: [scope.agencyCode] };
  const notice = { to, text: `${own.filing.enterprise.name}：紧急备案补报待批准`, href: `/emergencies/${input.filing}` };
  record('emergency.written', input.filing, { notices: [notice] });
  return ok(null);
}

/** The unit's leader, who did not fill it in, approves: supplemented, in time or late; late stays late. */
export async function approveSupplement(context: Command<AgencyScope>, input: { filing: string; seen: string }): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  const user = userOf(scope);
  await lockVisited(tx, scope, input.filing);
  const own = await loadOwn(context, input.filing);
  if (!own || !user) return notFound();
  if (own.supplementedAt || !own.supplementedById) return stale(own.supplementedAt ? done : '还没有补报的表，不能批准。');
  if (own.supplementedById === user.id) return notPermitted();
  if ((await readFingerprint(tx, input.filing)) !== input.seen) return stale('补报的表刚刚改过，请看过再批准。');
  const late = isLate(own.dueDay ? plainDayOf(own.dueDay) : null, dayOf(now));
  const where = { filingId: input.filing, agencyCode: scope.agencyCode, supplementedAt: null, supplementedById: own.supplementedById };
  const { count } = await tx.emergency.updateMany({ where, data: { supplementedAt: now, approverId: user.inspectorId, late } });
  if (count === 0) return stale(done);
  const text = `${own.filing.enterprise.name}：紧急备案${late ? '逾期补报' : '已补报'}`;
  const to = { userIds: [own.supplementedById], roles: ['officeClerk' as const, 'officeDirector' as const] };
  record('emergency.supplemented', input.filing, { late, notices: [{ to, text, href: `/emergencies/${input.filing}` }] });
  return ok(null);
}
