import 'server-only';
import { judgeCall } from '#domain/emergency/judge-call.ts';
import { lockEnterprise } from '#features/filing/commands/judge-request.ts';
import { insertFiled } from '#features/filing/commands/store-filing.ts';
import { territoryNotices } from '#features/territory/commands/notice-sql.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Tx } from '#platform/db.ts';
import { newConfirmationNo } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale, unlawful } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { gatherCall } from '../queries/gather-call.ts';
import { type CallRequest, type EmergencyCallForm, kindOfTrigger } from '../schema.ts';

export type Logged = { readonly filing: string; readonly filingNo: string; readonly confirmationNo: string };
type Caller = { readonly id: string; readonly name: string; readonly credentialNo: string | null };
type Heard = { readonly form: EmergencyCallForm; readonly uscc: string; readonly caller: Caller };

const minute = 60_000;

/** The next full minute at the earliest, because nothing may be filed after it began. */
function spanOf({ startsIn, hours }: EmergencyCallForm, now: Date): { start: Date; end: Date } {
  const first = Math.floor(now.getTime() / minute) * minute + minute;
  const start = new Date(first + Number(startsIn) * minute);
  return { start, end: new Date(start.getTime() + Number(hours) * 60 * minute) };
}

function requestOf({ form, uscc, caller }: Heard, now: Date): CallRequest {
  return {
    ...spanOf(form, now),
    kind: kindOfTrigger(form.trigger),
    lead: form.agency,
    enterprise: uscc,
    ...{ planEntry: null, site: null, matters: [], form: 'onsite', coAgencies: [], assistants: [] },
    inspectors: form.inspectors.filter((credential) => credential !== ''),
    trigger: { type: form.trigger, reference: form.reference || '电话报告，编号待补' },
    ...{ exemption: null, overCapReason: null, separate: null },
    approval: { by: caller.credentialNo ?? '', at: now, isFiler: false, isDeclared: false },
  };
}

async function findCaller(tx: Tx, { districtCode }: OfficeScope, form: EmergencyCallForm): Promise<Caller | null> {
  const where = { id: form.caller, agencyCode: form.agency, agency: { districtCode }, responsibleLeader: true, leftOn: null };
  return tx.inspector.findFirst({ where, select: { id: true, name: true, credentialNo: true } });
}

/** The agency's desk and those who go learn at once what was said on the telephone. */
async function noticesOf(
  tx: Tx,
  heard: { agency: string; inspectorIds: readonly string[]; text: string; filing: string },
): Promise<Notice[]> {
  const users = await tx.user.findMany({ where: { inspectorId: { in: [...heard.inspectorIds] } }, select: { id: true } });
  const { text, filing } = heard;
  return [
    {
      to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes: [heard.agency] },
      text: `${text}，检查结束后补报`,
      href: `/emergencies/${filing}`,
    },
    { to: { userIds: users.map(({ id }) => id) }, text, href: `/filings/${filing}` },
  ];
}

/** A visit of the same unit at the same enterprise that stands at that time: whoever goes goes on that one. */
async function findStanding(tx: Tx, { form }: Heard, { start, end }: CallRequest): Promise<string | null> {
  const status = { in: ['filed' as const, 'filedWithCondition' as const, 'checkedIn' as const] };
  const where = { enterpriseId: form.enterprise, leadAgencyCode: form.agency, status, startsAt: { lt: end }, endsAt: { gt: start } };
  return (await tx.filing.findFirst({ where, select: { filingNo: true } }))?.filingNo ?? null;
}

async function storeCall({ tx, scope, now, record }: Command<OfficeScope>, heard: Heard): Promise<Outcome<Logged>> {
  const { form, caller } = heard;
  const request = requestOf(heard, now);
  const standing = await findStanding(tx, heard, request);
  if (standing) return stale(`这个单位这时在这家企业已有备案 ${standing}，按那件备案检查，不必另行口头备案。`);
  const gathered = await gatherCall(tx, { districtCode: scope.districtCode, agencyCode: form.agency }, { request });
  if (!gathered) return notFound();
  const verdict = judgeCall(gathered.facts);
  if (verdict.kind === 'forbidden') return unlawful(verdict);
  const sender = { channel: 'form', authorId: null, name: caller.name, phone: form.callerPhone } as const;
  const filed = await insertFiled(tx, { gathered, verdict }, { id: form.id, request, now, sender, emergency: true });
  const confirmationNo = newConfirmationNo();
  const reason = form.plate ? `${form.reason}（车牌 ${form.plate}）` : form.reason;
  const data = { filingId: form.id, districtCode: scope.districtCode, agencyCode: form.agency, confirmationNo, callerId: caller.id };
  await tx.emergency.create({ data: { ...data, callerPhone: form.callerPhone, calledAt: now, clerkId: scope.actor.id, reason } });
  const text = `${gathered.facts.enterprise.name}：紧急备案已记录，${filed.filingNo}，确认号 ${confirmationNo}`;
  const told = await noticesOf(tx, { agency: form.agency, inspectorIds: gathered.refs.inspectorIds, text, filing: form.id });
  const notices = [...told, ...territoryNotices(filed.told, gathered.facts.enterprise.name)];
  record('emergency.logged', form.id, { filingNo: filed.filingNo, policy: verdict.policy, caller: caller.id, notices });
  return ok({ filing: form.id, filingNo: filed.filingNo, confirmationNo });
}

/** Writes down a call of the unit's registered responsible leader: filed at once, with a number to be read out (design: rules.md). */
export async function logEmergency(context: Command<OfficeScope>, form: EmergencyCallForm): Promise<Outcome<Logged>> {
  const { tx, scope } = context;
  const where = { id: form.enterprise, districtCode: scope.districtCode, mergedIntoId: null };
  const enterprise = await tx.enterprise.findFirst({ where, select: { uscc: true } });
  if (!enterprise) return notFound();
  const caller = await findCaller(tx, scope, form);
  if (!caller) return invalid({ caller: ['来电人不是这个单位登记的分管负责人，不能受理。请对方分管负责人来电。'] });
  await lockEnterprise(tx, scope, enterprise.uscc);
  const known = await tx.filing.findUnique({ where: { id: form.id }, select: { districtCode: true, emergencyOf: true } });
  if (known?.districtCode === scope.districtCode) return stale(`这次来电已经记录，确认号 ${known.emergencyOf?.confirmationNo ?? '无'}。`);
  if (known) return notFound();
  return storeCall(context, { form, uscc: enterprise.uscc, caller });
}
