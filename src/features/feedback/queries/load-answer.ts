import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { AnswerRow } from './list-answers.ts';

export type AnswerView = AnswerRow & {
  readonly credentialsShown: boolean;
  readonly filingShown: boolean;
  readonly codeScanned: boolean;
  readonly twoOfficers: boolean;
  readonly asFiled: boolean;
  readonly withinTime: boolean;
  readonly courtesy: number;
  readonly guidance: number;
  readonly disturbance: 'none' | 'slight' | 'heavy';
  readonly mayCallBack: boolean;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly dueDay: Date | null;
  readonly attempts: number;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly note: string;
  readonly now: Date;
};

/** One answer of the office's district with its call-back; null elsewhere. */
export async function loadAnswer(scope: OfficeScope, id: string): Promise<AnswerView | null> {
  const [row] = await db().$queryRaw<AnswerView[]>(Prisma.sql`
    SELECT feedback.id, filing.id AS filing, coalesce(filing_no, '') AS "filingNo", enterprise.name AS enterprise, short_name AS agency,
      overall::text AS overall, conduct, text, answered_on AS "answeredOn", credentials_shown AS "credentialsShown", filing_shown AS "filingShown",
      code_scanned AS "codeScanned", two_officers AS "twoOfficers", as_filed AS "asFiled", within_time AS "withinTime", courtesy, guidance,
      disturbance::text AS disturbance, may_call_back AS "mayCallBack", contact_name AS "contactName",
      CASE WHEN may_call_back THEN contact_phone ELSE '' END AS "contactPhone", due_day AS "dueDay", coalesce(attempts, 0) AS attempts,
      done_at AS "doneAt", account.name AS "doneBy", coalesce(note, '') AS note, now() AS now
    FROM feedback JOIN filing ON filing.id = filing_id JOIN enterprise ON enterprise.id = enterprise_id JOIN agency ON agency.code = feedback.agency_code
    LEFT JOIN callback_task task ON task.feedback_id = feedback.id LEFT JOIN user_account account ON account.id = done_by_id
    WHERE feedback.id = ${id}::uuid AND feedback.district_code = ${scope.districtCode}`);
  return row ?? null;
}

export type CallbackRow = {
  readonly id: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly dueDay: Date;
  readonly attempts: number;
  readonly isLate: boolean;
};

/** Call-backs that wait, by their due day; a thousand at most, which is more than an office can call. */
export function listCallbacks(scope: OfficeScope): Promise<CallbackRow[]> {
  return db().$queryRaw(Prisma.sql`
    SELECT feedback.id, enterprise.name AS enterprise, short_name AS agency, due_day AS "dueDay", attempts,
      due_day < (now() AT TIME ZONE 'Asia/Shanghai')::date AS "isLate"
    FROM callback_task task JOIN feedback ON feedback.id = feedback_id JOIN filing ON filing.id = filing_id
    JOIN enterprise ON enterprise.id = enterprise_id JOIN agency ON agency.code = feedback.agency_code
    WHERE task.district_code = ${scope.districtCode} AND done_at IS NULL ORDER BY due_day, feedback.id LIMIT 1000`);
}

export type InvitationView = {
  readonly filing: string;
  readonly status: 'due' | 'invited' | 'answered' | 'closed' | null;
  readonly invitedAt: Date | null;
  readonly closesAt: Date | null;
  readonly reminders: number;
  readonly now: Date;
};

/** Where the rating of a filing stands, for the office; null where nobody has left yet. */
export async function loadInvitation(scope: OfficeScope, filing: string): Promise<InvitationView | null> {
  const [row] = await db().$queryRaw<InvitationView[]>(Prisma.sql`
    SELECT filing.id AS filing, invitation.status::text AS status, invited_at AS "invitedAt", closes_at AS "closesAt",
      coalesce(reminders, 0) AS reminders, now() AS now
    FROM filing LEFT JOIN feedback_invitation invitation ON filing_id = filing.id
    WHERE filing.id = ${filing}::uuid AND filing.district_code = ${scope.districtCode}
      AND (filing_id IS NOT NULL OR EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL))`);
  return row ?? null;
}
