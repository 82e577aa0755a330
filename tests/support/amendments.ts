import { approveAmendment } from '#features/amendment/commands/approve-amendment.ts';
import { proposeAmendment } from '#features/amendment/commands/propose-amendment.ts';
import type { AmendForm } from '#features/amendment/schema.ts';
import { draftOfRequest } from '#features/filing/schema/draft-request.ts';
import type { FilingBody } from '#features/filing/schema.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { succeed } from './people.ts';
import { readOne } from './rows.ts';

/** The form that changes a filing, filled in as it was filed but for what `change` says. */
export function amendFormOf(filing: string, body: FilingBody, change: Partial<FilingBody> = {}): AmendForm {
  const draft = draftOfRequest({ ...body, ...change, lead: '' });
  const { day, endDay, startTime, endTime, inspectors, matters, form, site } = draft;
  const { exemptionCode, exemptionReason, exemptionEvidence, overCapReason, separateGround, separateReason } = draft;
  return {
    ...{ filing, reason: '企业申请改期', day, endDay, startTime, endTime, inspectors, matters, form, site },
    ...{ exemptionCode, exemptionReason, exemptionEvidence, overCapReason, separateGround, separateReason },
  };
}

/** The latest amendment of a filing. */
export async function lastAct(filing: string) {
  return readOne<{
    id: string;
    no: number | null;
    status: string;
    touches: string[];
    before: Record<string, unknown> | null;
    request: Record<string, unknown>;
  }>(
    'SELECT id, no, status::text AS status, touches, before, request FROM filing_amendment WHERE filing_id = $1 ORDER BY proposed_at DESC LIMIT 1',
    [filing],
  );
}

/** Proposes a change and gives the amendment's id. */
export async function proposeChange(filer: AgencyScope, form: AmendForm): Promise<string> {
  await succeed(filer, proposeAmendment, form);
  return (await lastAct(form.filing)).id;
}

/** Proposes a change and has the head approve it. */
export async function amendVisit(filer: AgencyScope, head: AgencyScope, form: AmendForm): Promise<string> {
  const amendment = await proposeChange(filer, form);
  await succeed(head, approveAmendment, { amendment });
  return amendment;
}
