import type { ExemptionCode, InspectionForm, InspectionKind, TriggerType } from '#domain/inspection/kinds.ts';
import { countedStatuses, type FilingStatus } from '#domain/inspection/lifecycle.ts';
import type { Verdict } from '#domain/law/verdict.ts';

/** A filing to insert as it stands, by the codes that people use. */
export type FilingDraft = {
  readonly id?: string;
  readonly districtCode: string;
  readonly status: FilingStatus;
  readonly kind: InspectionKind;
  readonly form?: InspectionForm;
  /** Codes, the lead first. */
  readonly agencies: readonly string[];
  readonly uscc: string;
  readonly matters: readonly string[];
  /** Credential numbers. */
  readonly inspectors: readonly string[];
  readonly start: Date;
  /** Exclusive. */
  readonly end: Date;
  readonly planEntry?: { readonly id: string; readonly no: string };
  readonly drawOutcomeId?: string;
  readonly trigger?: { readonly type: TriggerType; readonly reference: string };
  readonly exemption?: { readonly code: ExemptionCode; readonly reason: string; readonly evidence: string };
  readonly overCapReason?: string;
  readonly contact?: { readonly name: string; readonly phone: string };
  /** Username of the filer's account. */
  readonly author?: string;
  /** Credential of the responsible leader. */
  readonly approver?: string;
  readonly submittedAt?: Date;
  /** Also the instant of filing, unless `filedAt` says otherwise. */
  readonly approvedAt?: Date;
  readonly filedAt?: Date;
  readonly held?: { readonly at: Date; readonly dueDay: string };
  readonly decided?: { readonly by: string; readonly at: Date };
  readonly remark?: string;
  readonly verdict?: Pick<Verdict, 'kind' | 'findings'>;
  /** Whether the territory was told, and has acknowledged it (half an hour after the filing). */
  readonly notice?: 'sent' | 'acknowledged';
  /** Asked for by word of mouth. */
  readonly emergency?: boolean;
};

const unnumbered: readonly FilingStatus[] = ['submitted', 'held', 'returned'];

/** Whether it was filed at some time, so has a number and a code. */
export function isNumbered({ status }: FilingDraft): boolean {
  return !unnumbered.includes(status);
}

/** Whether it holds its place in the plan, the cap and the matter's year. */
export function isStanding({ status }: FilingDraft): boolean {
  return countedStatuses.includes(status);
}

/** Only planned visits count against the cap and use up a matter. */
export function isPlanned({ kind }: FilingDraft): boolean {
  return kind === 'annual' || kind === 'special';
}
