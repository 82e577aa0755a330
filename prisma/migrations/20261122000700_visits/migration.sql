-- Why: a visit from the filed form to the rated inspection: amendments, batches, emergencies, notices, steps on the phone, findings, feedback, messages.
-- CreateEnum
CREATE TYPE "invitation_status" AS ENUM ('due', 'invited', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "overall" AS ENUM ('satisfied', 'fairly', 'dissatisfied');

-- CreateEnum
CREATE TYPE "disturbance" AS ENUM ('none', 'slight', 'heavy');

-- CreateEnum
CREATE TYPE "door_report_status" AS ENUM ('open', 'answered');

-- CreateEnum
CREATE TYPE "acknowledged_how" AS ENUM ('inApp', 'phone');

-- CreateEnum
CREATE TYPE "key_contact_kind" AS ENUM ('leader', 'liaison');

-- CreateEnum
CREATE TYPE "amendment_status" AS ENUM ('proposed', 'held', 'registered', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "batch_status" AS ENUM ('draft', 'sending', 'sent');

-- CreateEnum
CREATE TYPE "batch_item_status" AS ENUM ('waiting', 'refused', 'submitted', 'failed');

-- CreateEnum
CREATE TYPE "outbox_channel" AS ENUM ('sms', 'mail');

-- CreateEnum
CREATE TYPE "outbox_status" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "visit_step" AS ENUM ('taken', 'codeShown', 'checkedIn', 'matterChecked', 'findingNoted', 'opinionGiven', 'entryRefused', 'checkedOut');

-- CreateEnum
CREATE TYPE "finding_result" AS ENUM ('nothingFound', 'toBeFollowed', 'correctedOnOrder', 'notEngaged', 'closedDown', 'refusedToCooperate', 'cannotBeReached', 'movedOrStruckOff');

-- CreateEnum
CREATE TYPE "follow_up" AS ENUM ('none', 'routineSupervision', 'orderToCorrect', 'handOver', 'copyToAgency');

-- CreateEnum
CREATE TYPE "rectification_status" AS ENUM ('ordered', 'reported', 'passed', 'failed');

-- CreateEnum
CREATE TYPE "alert_status" AS ENUM ('open', 'handled');

-- AlterEnum


ALTER TYPE "role" ADD VALUE 'territoryOfficer';
ALTER TYPE "role" ADD VALUE 'contactLeader';
ALTER TYPE "role" ADD VALUE 'liaison';

-- AlterTable
ALTER TABLE "filing" ADD COLUMN     "amendments" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "emergency" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scanned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "filing_agency" ADD COLUMN     "absent_at" TIMESTAMPTZ(3),
ADD COLUMN     "presumed_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "checked_in_at" TIMESTAMPTZ(3),
ADD COLUMN     "checked_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "device_in_at" TIMESTAMPTZ(3),
ADD COLUMN     "device_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "draw_outcome_id" UUID,
ADD COLUMN     "people_came" INTEGER,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "shown_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "mailed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "territory_notice" ADD COLUMN     "acknowledged_by_id" UUID,
ADD COLUMN     "acknowledged_how" "acknowledged_how",
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "mail" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "territory_code" TEXT;

-- AlterTable
ALTER TABLE "enterprise" ADD COLUMN     "contact_mail" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "feedback_invitation" (
    "filing_id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "status" "invitation_status" NOT NULL DEFAULT 'due',
    "token_hash" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_invitation_pkey" PRIMARY KEY ("filing_id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "filing_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "overall" "overall" NOT NULL,
    "credentials_shown" BOOLEAN NOT NULL,
    "filing_shown" BOOLEAN NOT NULL,
    "code_scanned" BOOLEAN NOT NULL,
    "two_officers" BOOLEAN NOT NULL,
    "as_filed" BOOLEAN NOT NULL,
    "within_time" BOOLEAN NOT NULL,
    "courtesy" INTEGER NOT NULL,
    "guidance" INTEGER NOT NULL,
    "disturbance" "disturbance" NOT NULL,
    "conduct" TEXT[],
    "text" TEXT NOT NULL DEFAULT '',
    "may_call_back" BOOLEAN NOT NULL,
    "receipt_hash" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback_task" (
    "feedback_id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "due_day" DATE NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "callback_task_pkey" PRIMARY KEY ("feedback_id")
);

-- CreateTable
CREATE TABLE "door_report" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "filing_id" UUID,
    "kind" TEXT NOT NULL,
    "what" TEXT[],
    "text" TEXT NOT NULL DEFAULT '',
    "contact_phone" TEXT NOT NULL DEFAULT '',
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "door_report_status" NOT NULL DEFAULT 'open',
    "receipt_hash" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "door_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_notice" (
    "filing_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_notice_pkey" PRIMARY KEY ("filing_id","user_id")
);

-- CreateTable
CREATE TABLE "key_contact" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "kind" "key_contact_kind" NOT NULL,
    "user_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "key_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_amendment" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "filing_id" UUID NOT NULL,
    "no" INTEGER,
    "agency_code" TEXT NOT NULL,
    "joining" BOOLEAN NOT NULL DEFAULT false,
    "status" "amendment_status" NOT NULL,
    "channel" "filing_channel" NOT NULL,
    "reason" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "before" JSONB,
    "touches" TEXT[],
    "verdict" JSONB,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "approver_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "registered_at" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "filing_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_template" (
    "id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filing_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_batch" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "status" "batch_status" NOT NULL DEFAULT 'draft',
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "filing_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_batch_item" (
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "batch_item_status" NOT NULL DEFAULT 'waiting',
    "verdict" JSONB,
    "filing_id" UUID,
    "refusal_id" UUID,
    "say" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "filing_batch_item_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateTable
CREATE TABLE "role_message" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT,
    "territory_code" TEXT,
    "role" "role" NOT NULL,
    "event" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(3),
    "taken_by_id" UUID,
    "escalates_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "user_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "in_app" BOOLEAN NOT NULL DEFAULT true,
    "mail" BOOLEAN NOT NULL DEFAULT false,
    "digest" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id","family")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "channel" "outbox_channel" NOT NULL,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "status" "outbox_status" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_by" TEXT NOT NULL DEFAULT '',
    "error" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "error" TEXT NOT NULL DEFAULT '',
    "delivered_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency" (
    "filing_id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "confirmation_no" TEXT NOT NULL,
    "caller_id" UUID NOT NULL,
    "caller_phone" TEXT NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "clerk_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "due_day" DATE,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "overdue_at" TIMESTAMPTZ(3),
    "supplemented_at" TIMESTAMPTZ(3),
    "supplemented_by_id" UUID,
    "approver_id" UUID,
    "late" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "emergency_pkey" PRIMARY KEY ("filing_id")
);

-- CreateTable
CREATE TABLE "emergency_call" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "clerk_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "emergency_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_event" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "user_id" UUID,
    "step" "visit_step" NOT NULL,
    "body" JSONB NOT NULL,
    "device_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "receipt" TEXT NOT NULL,
    "conflict" TEXT NOT NULL DEFAULT '',
    "flags" TEXT[],

    CONSTRAINT "visit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "matter_id" UUID,
    "user_id" UUID,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "device_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "receipt" TEXT NOT NULL,
    "conflict" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "filing_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "matter_id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "result" "finding_result" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "follow_up" "follow_up" NOT NULL,
    "follow_up_note" TEXT NOT NULL DEFAULT '',
    "to_agency_code" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rectification" (
    "finding_id" UUID NOT NULL,
    "status" "rectification_status" NOT NULL DEFAULT 'ordered',
    "demand" TEXT NOT NULL,
    "due_day" DATE NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "reported_note" TEXT NOT NULL DEFAULT '',
    "rechecked_at" TIMESTAMPTZ(3),
    "rechecked_by_id" UUID,
    "recheck_note" TEXT NOT NULL DEFAULT '',
    "recheck_filing_id" UUID,
    "overdue_at" TIMESTAMPTZ(3),

    CONSTRAINT "rectification_pkey" PRIMARY KEY ("finding_id")
);

-- CreateTable
CREATE TABLE "result_letter" (
    "filing_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "publish_due_day" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "overdue_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "result_letter_pkey" PRIMARY KEY ("filing_id","agency_code")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupe" TEXT NOT NULL,
    "filing_id" UUID,
    "agency_code" TEXT,
    "enterprise_id" UUID,
    "facts" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "alert_status" NOT NULL DEFAULT 'open',
    "handled_at" TIMESTAMPTZ(3),
    "handled_by_id" UUID,
    "handled_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_token_once" ON "feedback_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "feedback_invitation_by_status" ON "feedback_invitation"("district_code", "status", "due_at");

-- CreateIndex
CREATE INDEX "feedback_by_district" ON "feedback"("district_code", "answered_on");

-- CreateIndex
CREATE INDEX "feedback_by_agency" ON "feedback"("agency_code", "answered_on");

-- CreateIndex
CREATE INDEX "feedback_by_receipt" ON "feedback"("receipt_hash");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_once" ON "feedback"("filing_id", "agency_code");

-- CreateIndex
CREATE INDEX "callback_task_by_district" ON "callback_task"("district_code", "done_at", "due_day");

-- CreateIndex
CREATE INDEX "callback_task_by_doer" ON "callback_task"("done_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "door_report_receipt_once" ON "door_report"("receipt_hash");

-- CreateIndex
CREATE INDEX "door_report_by_district" ON "door_report"("district_code", "status", "raised_at" DESC);

-- CreateIndex
CREATE INDEX "door_report_by_filing" ON "door_report"("filing_id");

-- CreateIndex
CREATE INDEX "door_report_by_answerer" ON "door_report"("answered_by_id");

-- CreateIndex
CREATE INDEX "contact_notice_by_user" ON "contact_notice"("user_id", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "key_contact_by_enterprise" ON "key_contact"("enterprise_id");

-- CreateIndex
CREATE INDEX "key_contact_by_user" ON "key_contact"("user_id");

-- CreateIndex
CREATE INDEX "filing_amendment_by_status" ON "filing_amendment"("district_code", "status");

-- CreateIndex
CREATE INDEX "filing_amendment_by_agency" ON "filing_amendment"("agency_code");

-- CreateIndex
CREATE INDEX "filing_amendment_by_proposer" ON "filing_amendment"("proposed_by_id");

-- CreateIndex
CREATE INDEX "filing_amendment_by_approver" ON "filing_amendment"("approver_id");

-- CreateIndex
CREATE INDEX "filing_amendment_by_decider" ON "filing_amendment"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "filing_amendment_no_once" ON "filing_amendment"("filing_id", "no");

-- CreateIndex
CREATE INDEX "filing_template_by_creator" ON "filing_template"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "filing_template_name_once" ON "filing_template"("agency_code", "name");

-- CreateIndex
CREATE INDEX "filing_batch_by_agency" ON "filing_batch"("agency_code", "created_at" DESC);

-- CreateIndex
CREATE INDEX "filing_batch_by_author" ON "filing_batch"("author_id");

-- CreateIndex
CREATE INDEX "filing_batch_by_district" ON "filing_batch"("district_code");

-- CreateIndex
CREATE UNIQUE INDEX "filing_batch_item_filing_once" ON "filing_batch_item"("filing_id");

-- CreateIndex
CREATE INDEX "filing_batch_item_by_enterprise" ON "filing_batch_item"("enterprise_id");

-- CreateIndex
CREATE INDEX "filing_batch_item_by_refusal" ON "filing_batch_item"("refusal_id");

-- CreateIndex
CREATE INDEX "role_message_inbox" ON "role_message"("district_code", "role", "agency_code", "taken_at", "created_at" DESC);

-- CreateIndex
CREATE INDEX "filing_agency_by_outcome" ON "filing_agency"("draw_outcome_id");

-- CreateIndex
CREATE INDEX "role_message_by_agency" ON "role_message"("agency_code");

-- CreateIndex
CREATE INDEX "role_message_by_territory" ON "role_message"("territory_code");

-- CreateIndex
CREATE INDEX "role_message_by_taker" ON "role_message"("taken_by_id");

-- CreateIndex
CREATE INDEX "outbox_message_by_district" ON "outbox_message"("district_code", "created_at" DESC);

-- CreateIndex
CREATE INDEX "outbox_message_by_status" ON "outbox_message"("status", "next_at");

-- CreateIndex
CREATE INDEX "webhook_by_agency" ON "webhook"("agency_code");

-- CreateIndex
CREATE INDEX "webhook_by_creator" ON "webhook"("created_by_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_by_webhook" ON "webhook_delivery"("webhook_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "emergency_by_district" ON "emergency"("district_code", "called_at" DESC);

-- CreateIndex
CREATE INDEX "emergency_by_agency" ON "emergency"("agency_code", "called_at" DESC);

-- CreateIndex
CREATE INDEX "emergency_by_caller" ON "emergency"("caller_id");

-- CreateIndex
CREATE INDEX "emergency_by_clerk" ON "emergency"("clerk_id");

-- CreateIndex
CREATE INDEX "emergency_by_supplementer" ON "emergency"("supplemented_by_id");

-- CreateIndex
CREATE INDEX "emergency_by_approver" ON "emergency"("approver_id");

-- CreateIndex
CREATE UNIQUE INDEX "emergency_confirmation_once" ON "emergency"("district_code", "confirmation_no");

-- CreateIndex
CREATE INDEX "emergency_call_by_filing" ON "emergency_call"("filing_id");

-- CreateIndex
CREATE INDEX "emergency_call_by_clerk" ON "emergency_call"("clerk_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_event_receipt_once" ON "visit_event"("receipt");

-- CreateIndex
CREATE INDEX "visit_event_by_filing" ON "visit_event"("filing_id", "received_at");

-- CreateIndex
CREATE INDEX "visit_event_by_agency" ON "visit_event"("agency_code");

-- CreateIndex
CREATE INDEX "visit_event_by_user" ON "visit_event"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_receipt_once" ON "evidence"("receipt");

-- CreateIndex
CREATE INDEX "evidence_by_filing" ON "evidence"("filing_id");

-- CreateIndex
CREATE INDEX "evidence_by_agency" ON "evidence"("agency_code");

-- CreateIndex
CREATE INDEX "evidence_by_matter" ON "evidence"("matter_id");

-- CreateIndex
CREATE INDEX "evidence_by_user" ON "evidence"("user_id");

-- CreateIndex
CREATE INDEX "finding_by_agency" ON "finding"("agency_code");

-- CreateIndex
CREATE INDEX "finding_by_matter" ON "finding"("matter_id");

-- CreateIndex
CREATE INDEX "finding_by_addressee" ON "finding"("to_agency_code");

-- CreateIndex
CREATE INDEX "finding_by_recorder" ON "finding"("recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_matter_once" ON "finding"("filing_id", "matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_no_once" ON "finding"("district_code", "no");

-- CreateIndex
CREATE INDEX "rectification_by_rechecker" ON "rectification"("rechecked_by_id");

-- CreateIndex
CREATE INDEX "rectification_by_recheck" ON "rectification"("recheck_filing_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_letter_code_once" ON "result_letter"("code");

-- CreateIndex
CREATE INDEX "result_letter_by_agency" ON "result_letter"("agency_code");

-- CreateIndex
CREATE INDEX "result_letter_by_publication" ON "result_letter"("published_at" DESC);

-- CreateIndex
CREATE INDEX "result_letter_by_issuer" ON "result_letter"("issued_by_id");

-- CreateIndex
CREATE INDEX "result_letter_by_publisher" ON "result_letter"("published_by_id");

-- CreateIndex
CREATE INDEX "result_letter_by_withdrawer" ON "result_letter"("withdrawn_by_id");

-- CreateIndex
CREATE INDEX "alert_by_district" ON "alert"("district_code", "status", "raised_at" DESC);

-- CreateIndex
CREATE INDEX "alert_by_filing" ON "alert"("filing_id");

-- CreateIndex
CREATE INDEX "alert_by_agency" ON "alert"("agency_code");

-- CreateIndex
CREATE INDEX "alert_by_enterprise" ON "alert"("enterprise_id");

-- CreateIndex
CREATE INDEX "alert_by_handler" ON "alert"("handled_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_once" ON "alert"("district_code", "dedupe");

-- CreateIndex
CREATE INDEX "territory_notice_by_acknowledger" ON "territory_notice"("acknowledged_by_id");

-- CreateIndex
CREATE INDEX "user_by_territory" ON "user_account"("territory_code");

-- AddForeignKey
ALTER TABLE "feedback_invitation" ADD CONSTRAINT "feedback_invitation_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_invitation" ADD CONSTRAINT "feedback_invitation_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_task" ADD CONSTRAINT "callback_task_feedback_id_fkey" FOREIGN KEY ("feedback_id") REFERENCES "feedback"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_task" ADD CONSTRAINT "callback_task_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_task" ADD CONSTRAINT "callback_task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_report" ADD CONSTRAINT "door_report_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_report" ADD CONSTRAINT "door_report_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "door_report" ADD CONSTRAINT "door_report_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory_notice" ADD CONSTRAINT "territory_notice_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_notice" ADD CONSTRAINT "contact_notice_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_notice" ADD CONSTRAINT "contact_notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_contact" ADD CONSTRAINT "key_contact_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_contact" ADD CONSTRAINT "key_contact_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_amendment" ADD CONSTRAINT "filing_amendment_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_amendment" ADD CONSTRAINT "filing_amendment_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_amendment" ADD CONSTRAINT "filing_amendment_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_amendment" ADD CONSTRAINT "filing_amendment_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_amendment" ADD CONSTRAINT "filing_amendment_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_amendment" ADD CONSTRAINT "filing_amendment_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_template" ADD CONSTRAINT "filing_template_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_template" ADD CONSTRAINT "filing_template_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch" ADD CONSTRAINT "filing_batch_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch" ADD CONSTRAINT "filing_batch_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch" ADD CONSTRAINT "filing_batch_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch_item" ADD CONSTRAINT "filing_batch_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "filing_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch_item" ADD CONSTRAINT "filing_batch_item_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch_item" ADD CONSTRAINT "filing_batch_item_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_batch_item" ADD CONSTRAINT "filing_batch_item_refusal_id_fkey" FOREIGN KEY ("refusal_id") REFERENCES "refusal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_territory_code_fkey" FOREIGN KEY ("territory_code") REFERENCES "territory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_agency" ADD CONSTRAINT "filing_agency_draw_outcome_id_fkey" FOREIGN KEY ("draw_outcome_id") REFERENCES "draw_outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_message" ADD CONSTRAINT "role_message_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_message" ADD CONSTRAINT "role_message_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_message" ADD CONSTRAINT "role_message_territory_code_fkey" FOREIGN KEY ("territory_code") REFERENCES "territory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_message" ADD CONSTRAINT "role_message_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_clerk_id_fkey" FOREIGN KEY ("clerk_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_supplemented_by_id_fkey" FOREIGN KEY ("supplemented_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency" ADD CONSTRAINT "emergency_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_call" ADD CONSTRAINT "emergency_call_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "emergency"("filing_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_call" ADD CONSTRAINT "emergency_call_clerk_id_fkey" FOREIGN KEY ("clerk_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_to_agency_code_fkey" FOREIGN KEY ("to_agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_rechecked_by_id_fkey" FOREIGN KEY ("rechecked_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_recheck_filing_id_fkey" FOREIGN KEY ("recheck_filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_letter" ADD CONSTRAINT "result_letter_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_letter" ADD CONSTRAINT "result_letter_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_letter" ADD CONSTRAINT "result_letter_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_letter" ADD CONSTRAINT "result_letter_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_letter" ADD CONSTRAINT "result_letter_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_handled_by_id_fkey" FOREIGN KEY ("handled_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Limits -------------------------------------------------------------------------------------------------------------------------
-- An emergency is logged before entry, at the latest at its very start; everything else is filed before.
ALTER TABLE filing DROP CONSTRAINT filing_before_entry;
ALTER TABLE filing ADD CONSTRAINT filing_before_entry CHECK (
  channel = 'seed' OR filed_at IS NULL OR filed_at < starts_at OR emergency AND filed_at <= starts_at);
ALTER TABLE filing_agency ADD CONSTRAINT filing_agency_steps CHECK (
  (checked_out_at IS NULL OR checked_in_at IS NOT NULL) AND (absent_at IS NULL OR checked_in_at IS NULL)
  AND (recorded_at IS NULL OR checked_in_at IS NOT NULL) AND (presumed_out_at IS NULL OR checked_in_at IS NOT NULL) AND people_came BETWEEN 0 AND 200);
ALTER TABLE territory_notice ADD CONSTRAINT territory_notice_whole CHECK (
  (acknowledged_at IS NULL) = (acknowledged_how IS NULL) OR acknowledged_by_id IS NULL);
-- Exactly one active leader and one active liaison, and they are two people.
CREATE UNIQUE INDEX key_contact_one ON key_contact (enterprise_id, kind) WHERE until IS NULL;
CREATE UNIQUE INDEX key_contact_two_people ON key_contact (enterprise_id, user_id) WHERE until IS NULL;
ALTER TABLE key_contact ADD CONSTRAINT key_contact_range CHECK (until >= since);
-- One amendment of an agency waits at a time.
CREATE UNIQUE INDEX filing_amendment_one_open ON filing_amendment (filing_id, agency_code) WHERE status IN ('proposed', 'held');
ALTER TABLE filing_amendment ADD CONSTRAINT filing_amendment_registered CHECK (
  (status = 'registered') = (registered_at IS NOT NULL) AND (registered_at IS NULL) = (no IS NULL) AND (no IS NULL) = (before IS NULL));
ALTER TABLE filing_batch ADD CONSTRAINT filing_batch_sent CHECK ((status = 'draft') = (sent_at IS NULL));
ALTER TABLE filing_batch_item ADD CONSTRAINT filing_batch_item_whole CHECK (
  ends_at > starts_at AND position BETWEEN 1 AND 200 AND (status = 'submitted') = (filing_id IS NOT NULL) AND (status <> 'refused' OR refusal_id IS NOT NULL));
ALTER TABLE emergency ADD CONSTRAINT emergency_whole CHECK (
  (ended_at IS NULL) = (due_day IS NULL) AND (overdue_at IS NULL OR due_day IS NOT NULL) AND (supplemented_at IS NOT NULL OR NOT late)
  AND confirmation_no ~ '^[0-9]{8}$');
ALTER TABLE emergency_call ADD CONSTRAINT emergency_call_answer CHECK (answer IN ('confirmed', 'notAsRecorded'));
CREATE INDEX emergency_open ON emergency (district_code, due_day) WHERE supplemented_at IS NULL;
ALTER TABLE visit_event ADD CONSTRAINT visit_event_place CHECK (place ~ '^-?[0-9]{1,3}\.[0-9]{2},-?[0-9]{1,3}\.[0-9]{2}$');
ALTER TABLE evidence ADD CONSTRAINT evidence_whole CHECK (
  sha256 = encode(sha256(bytes), 'hex') AND size = length(bytes) AND mime IN ('image/jpeg', 'image/webp'));
ALTER TABLE evidence ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE result_letter ADD CONSTRAINT result_letter_hash CHECK (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'));
ALTER TABLE result_letter ADD CONSTRAINT result_letter_whole CHECK (
  code ~ '^[0-9A-HJKMNP-TV-Z]{26}$' AND (withdrawn_at IS NULL) = (withdrawn_reason = ''));
ALTER TABLE rectification ADD CONSTRAINT rectification_whole CHECK (
  (status = 'ordered' OR reported_at IS NOT NULL OR recheck_filing_id IS NOT NULL OR recheck_note <> '') AND (status IN ('passed', 'failed')) = (rechecked_at IS NOT NULL));
ALTER TABLE feedback_invitation ADD CONSTRAINT feedback_invitation_whole CHECK (
  (status <> 'invited' OR invited_at IS NOT NULL) AND (status = 'answered') = (answered_at IS NOT NULL) AND token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE feedback ADD CONSTRAINT feedback_scores CHECK (courtesy BETWEEN 1 AND 5 AND guidance BETWEEN 1 AND 5);
ALTER TABLE callback_task ADD CONSTRAINT callback_task_whole CHECK ((done_at IS NULL) = (done_by_id IS NULL) AND attempts >= 0);
ALTER TABLE door_report ADD CONSTRAINT door_report_whole CHECK (
  kind IN ('notAsFiled', 'refusedEntry', 'question') AND (answered_at IS NULL) = (answered_by_id IS NULL) AND (status = 'answered') = (answered_at IS NOT NULL));
ALTER TABLE alert ADD CONSTRAINT alert_whole CHECK ((status = 'handled') = (handled_at IS NOT NULL) AND (handled_at IS NULL) = (handled_by_id IS NULL));
ALTER TABLE user_account ADD CONSTRAINT user_territory CHECK ((role::text = 'territoryOfficer') = (territory_code IS NOT NULL));
CREATE INDEX filing_to_expire ON filing (ends_at) WHERE status IN ('filed', 'filedWithCondition', 'checkedIn');
-- Without a person: the matter was settled by itself.
ALTER TABLE role_message ADD CONSTRAINT role_message_taken CHECK (taken_at IS NOT NULL OR taken_by_id IS NULL);
CREATE INDEX role_message_open ON role_message (district_code, escalates_at) WHERE taken_at IS NULL AND escalated_at IS NULL;
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX filing_emergency ON filing (district_code, starts_at) WHERE emergency;

-- Which filings rest on an outcome: also those that an agency joined with its own.
CREATE OR REPLACE VIEW outcome_filing AS
  SELECT draw_outcome_id AS outcome_id, id AS filing_id, filing_no, status FROM filing WHERE draw_outcome_id IS NOT NULL
  UNION ALL
  SELECT joined.id, filing.id, filing.filing_no, filing.status FROM draw_outcome joined
  JOIN draw_outcome other ON other.joint_visit_id = joined.joint_visit_id AND other.id <> joined.id
  JOIN filing ON filing.draw_outcome_id = other.id
  UNION ALL
  SELECT part.draw_outcome_id, filing.id, filing.filing_no, filing.status FROM filing_agency part
  JOIN filing ON filing.id = part.filing_id WHERE part.draw_outcome_id IS NOT NULL;

-- What was an emergency stays one: it can never be turned into an ordinary filing.
CREATE FUNCTION filing_emergency_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.emergency <> OLD.emergency THEN
    RAISE EXCEPTION 'an emergency stays an emergency' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER filing_emergency_stays BEFORE UPDATE ON filing FOR EACH ROW EXECUTE FUNCTION filing_emergency_stays();
-- A step that was counted stays: a part is checked in once, and its instants are the database's.
CREATE FUNCTION filing_part_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.checked_in_at IS NOT NULL AND NEW.checked_in_at IS DISTINCT FROM OLD.checked_in_at
      OR OLD.checked_out_at IS NOT NULL AND NEW.checked_out_at IS DISTINCT FROM OLD.checked_out_at THEN
    RAISE EXCEPTION 'a check-in or check-out stays' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER filing_part_keeps BEFORE UPDATE ON filing_agency FOR EACH ROW EXECUTE FUNCTION filing_part_keeps();

-- Background work -----------------------------------------------------------------------------------------------------------------
SELECT pgboss.create_queue(name, json_build_object('policy', 'standard', 'retryLimit', 2, 'retryDelay', 5, 'retryBackoff', true,
    'expireInSeconds', seconds, 'retentionMinutes', 20160))
  FROM (VALUES ('batch-file', 600), ('filing-watch', 300), ('visit-watch', 300), ('emergency-watch', 300), ('finding-watch', 300),
    ('conduct-watch', 300), ('feedback-watch', 300), ('message-watch', 300), ('outbox-send', 300), ('webhook-send', 300)) queue (name, seconds);

-- The application's role ---------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON contact_notice, key_contact, filing_amendment, filing_template, filing_batch, filing_batch_item, emergency,
  emergency_call, visit_event, evidence, finding, rectification, result_letter, alert, feedback_invitation, feedback, callback_task, door_report,
  role_message, notification_preference, outbox_message, webhook, webhook_delivery TO ningqi_app;
GRANT UPDATE (read_at) ON contact_notice TO ningqi_app;
GRANT UPDATE (until) ON key_contact TO ningqi_app;
GRANT UPDATE (status, no, before, verdict, approver_id, approved_at, decided_by_id, registered_at, remark) ON filing_amendment TO ningqi_app;
GRANT UPDATE (body, status, sent_at) ON filing_batch TO ningqi_app;
GRANT UPDATE, DELETE ON filing_batch_item TO ningqi_app;
GRANT DELETE ON filing_template, filing_batch TO ningqi_app;
-- An amendment changes who comes, and what for; what stood before is kept in the amendment.
GRANT DELETE ON filing_matter, filing_inspector TO ningqi_app;
GRANT UPDATE (checked_in_at, device_in_at, checked_out_at, device_out_at, people_came, shown_at, absent_at, presumed_out_at, recorded_at, draw_outcome_id) ON filing_agency TO ningqi_app;
GRANT UPDATE (ended_at, due_day, reminders, overdue_at, supplemented_at, supplemented_by_id, approver_id, late) ON emergency TO ningqi_app;
-- Findings are mended until their letter is issued; the letter itself never.
GRANT UPDATE, DELETE ON finding, rectification TO ningqi_app;
GRANT UPDATE (published_at, published_by_id, overdue_at, withdrawn_at, withdrawn_by_id, withdrawn_reason) ON result_letter TO ningqi_app;
GRANT UPDATE (status, handled_at, handled_by_id, handled_note) ON alert TO ningqi_app;
GRANT UPDATE (status, invited_at, reminders, opened_at, answered_at) ON feedback_invitation TO ningqi_app;
GRANT UPDATE (attempts, done_at, done_by_id, note) ON callback_task TO ningqi_app;
GRANT UPDATE (status, answer, answered_at, answered_by_id) ON door_report TO ningqi_app;
GRANT UPDATE (taken_at, taken_by_id, escalates_at, escalated_at) ON role_message TO ningqi_app;
GRANT UPDATE (in_app, mail, digest) ON notification_preference TO ningqi_app;
GRANT UPDATE (mail) ON user_account TO ningqi_app;
GRANT UPDATE (status, attempts, sent_by, error, next_at, sent_at) ON outbox_message TO ningqi_app;
GRANT UPDATE (revoked_at) ON webhook TO ningqi_app;
GRANT UPDATE (attempts, status, error, delivered_at, next_at) ON webhook_delivery TO ningqi_app;
