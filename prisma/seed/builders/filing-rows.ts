import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { claimsOf } from './filing-counters.ts';
import { type FilingDraft, isNumbered } from './filing-draft.ts';
import type { Prepared } from './filing-numbers.ts';
import type { Ordinals } from './filing-ordinals.ts';
import { must, type Places } from './filing-places.ts';
import { requestOf } from './filing-request.ts';
import { enterpriseIdOf, inspectorIdOf, matterIdOf, policyIdOf, userIdOf } from './ids.ts';
import { newPublicCode } from './public-code.ts';

const hour = 3_600_000;

/** Fills in the instants a draft leaves open: submitted three days before the visit, approved and filed an hour later. */
export function withInstants(draft: FilingDraft & { readonly id: string }): Prepared {
  const submittedAt = draft.submittedAt ?? new Date(draft.start.getTime() - 72 * hour);
  const approvedAt = draft.approvedAt ?? new Date(submittedAt.getTime() + hour);
  return { ...draft, submittedAt, approvedAt, filedAt: draft.filedAt ?? approvedAt };
}

type Given = { readonly filingNo: string | undefined; readonly ordinals: Ordinals | undefined };

function filedFields(draft: Prepared, places: Places, { filingNo, ordinals }: Given) {
  const numbered = isNumbered(draft);
  return {
    filingNo: filingNo ?? null,
    publicCode: numbered ? newPublicCode() : null,
    filedAt: numbered ? draft.filedAt : null,
    nthByAgency: ordinals?.nthByAgency ?? null,
    nthByAll: ordinals?.nthByAll ?? null,
    claims: numbered ? claimsOf(draft, places) : null,
  };
}

function handlingFields(draft: Prepared) {
  const user = (username: string | undefined) => (username === undefined ? null : userIdOf(draft.districtCode, username));
  const approved = draft.status !== 'submitted' && draft.approver !== undefined;
  return {
    handlerName: draft.contact?.name ?? '经办人',
    handlerPhone: draft.contact?.phone ?? '199 0000 0000',
    authorId: user(draft.author),
    submittedAt: draft.submittedAt,
    approverId: approved && draft.approver ? inspectorIdOf(draft.approver) : null,
    approvedAt: draft.status === 'submitted' ? null : draft.approvedAt,
    heldAt: draft.held?.at ?? null,
    heldDueDay: draft.held?.dueDay ?? null,
    decidedById: user(draft.decided?.by),
    decidedAt: draft.decided?.at ?? null,
    remark: draft.remark ?? '',
  };
}

/** Nobody judged it yet while it waits for the unit's leader. */
function judgedFields({ districtCode, status, verdict }: Prepared) {
  if (status === 'submitted') return { policyId: null, verdict: null };
  const { kind, findings } = verdict ?? { kind: 'allowed', findings: [] };
  return { policyId: policyIdOf(districtCode, 1), verdict: { kind, policy: `${districtCode}@1`, findings, fixes: [] } };
}

/** The filing's own row. */
export function filingRow(draft: Prepared, places: Places, given: Given) {
  const { id, districtCode, status, kind, form = 'onsite', start, end } = draft;
  const enterprise = must(places.enterprises.get(enterpriseIdOf(districtCode, draft.uscc)), draft.uscc);
  return {
    ...{ id, districtCode, status, channel: 'seed', kind, form, leadAgencyCode: draft.agencies[0], enterpriseId: enterprise.id },
    siteAddress: enterprise.address,
    planEntryId: draft.planEntry?.id ?? null,
    drawOutcomeId: draft.drawOutcomeId ?? null,
    ...{ startsAt: start, endsAt: end, startDay: dayOf(start), year: yearOf(dayOf(start)) },
    request: requestOf(draft),
    ...handlingFields(draft),
    ...filedFields(draft, places, given),
    ...judgedFields(draft),
    emergency: draft.emergency ?? false,
  };
}

export function agencyRows({ id, agencies }: Prepared) {
  return agencies.map((agencyCode, index) => ({ filingId: id, agencyCode, isLead: index === 0 }));
}

export function matterRows({ id, districtCode, matters }: Prepared) {
  return matters.map((code) => ({ filingId: id, matterId: matterIdOf(districtCode, code) }));
}

export function inspectorRows({ id, inspectors }: Prepared) {
  return inspectors.map((credential) => ({ filingId: id, inspectorId: inspectorIdOf(credential) }));
}

export function noticeRows(draft: Prepared, places: Places) {
  if (!draft.notice || !isNumbered(draft)) return [];
  const enterprise = must(places.enterprises.get(enterpriseIdOf(draft.districtCode, draft.uscc)), draft.uscc);
  const acknowledgedAt = draft.notice === 'sent' ? null : new Date(draft.filedAt.getTime() + hour / 2);
  return [{ filingId: draft.id, territoryCode: enterprise.accountableCode, sentAt: draft.filedAt, acknowledgedAt }];
}
