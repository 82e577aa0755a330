-- The records of the first issue, as the schema says them, so that the constraints after them have something to constrain.
-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('holiday', 'makeUp');

-- CreateEnum
CREATE TYPE "territory_kind" AS ENUM ('street', 'town', 'park');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('legal', 'authorised', 'delegated', 'none');

-- CreateEnum
CREATE TYPE "filing_status" AS ENUM ('submitted', 'held', 'filed', 'filedWithCondition', 'returned', 'withdrawn', 'expired', 'revoked', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived');

-- CreateEnum
CREATE TYPE "filing_channel" AS ENUM ('form', 'api', 'seed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('officeClerk', 'officeDirector', 'agencyFiler', 'agencyHead', 'inspector', 'systemAdmin', 'securityAdmin', 'auditAdmin');

-- CreateEnum
CREATE TYPE "inspection_kind" AS ENUM ('annual', 'special', 'directed', 'case');

-- CreateEnum
CREATE TYPE "plan_status" AS ENUM ('draft', 'published', 'superseded');

-- CreateEnum
CREATE TYPE "credential_kind" AS ENUM ('unified', 'department', 'none');

-- CreateEnum
CREATE TYPE "matter_category" AS ENUM ('daily', 'professional', 'seasonal', 'holiday', 'comprehensive');

-- CreateEnum
CREATE TYPE "inspection_form" AS ENUM ('onsite', 'sampling', 'document', 'monitoring', 'remote');

-- CreateEnum
CREATE TYPE "enterprise_status" AS ENUM ('active', 'suspended', 'cancelled');

-- CreateEnum
CREATE TYPE "risk_tier" AS ENUM ('A', 'B', 'C', 'D');

-- CreateTable
CREATE TABLE "audit_record" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor" TEXT NOT NULL,
    "agency_code" TEXT,
    "session_id" UUID,
    "request_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "district" (
    "code" VARCHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "abbreviation" TEXT NOT NULL,
    "office_name" TEXT NOT NULL,
    "office_phone" TEXT NOT NULL,
    "office_hours" TEXT NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_value" (
    "policy_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "instrument" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "policy_value_pkey" PRIMARY KEY ("policy_id","key")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "territory" (
    "code" TEXT NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "territory_kind" NOT NULL,

    CONSTRAINT "territory_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "agency" (
    "code" TEXT NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT,
    "subject_kind" "subject_kind" NOT NULL,
    "is_office" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "filing_draft" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filing_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "status" "filing_status" NOT NULL,
    "channel" "filing_channel" NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "form" "inspection_form" NOT NULL,
    "lead_agency_code" TEXT NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "site_address" TEXT NOT NULL,
    "plan_entry_id" UUID,
    "draw_outcome_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "start_day" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "request" JSONB NOT NULL,
    "handler_name" TEXT NOT NULL,
    "handler_phone" TEXT NOT NULL,
    "author_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "approver_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "filing_no" TEXT,
    "public_code" TEXT,
    "filed_at" TIMESTAMPTZ(3),
    "nth_by_agency" INTEGER,
    "nth_by_all" INTEGER,
    "held_at" TIMESTAMPTZ(3),
    "held_due_day" DATE,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',
    "policy_id" UUID,
    "verdict" JSONB,
    "claims" JSONB,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_agency" (
    "filing_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "is_lead" BOOLEAN NOT NULL,

    CONSTRAINT "filing_agency_pkey" PRIMARY KEY ("filing_id","agency_code")
);

-- CreateTable
CREATE TABLE "filing_matter" (
    "filing_id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,

    CONSTRAINT "filing_matter_pkey" PRIMARY KEY ("filing_id","matter_id")
);

-- CreateTable
CREATE TABLE "filing_inspector" (
    "filing_id" UUID NOT NULL,
    "inspector_id" UUID NOT NULL,

    CONSTRAINT "filing_inspector_pkey" PRIMARY KEY ("filing_id","inspector_id")
);

-- CreateTable
CREATE TABLE "territory_notice" (
    "filing_id" UUID NOT NULL,
    "territory_code" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "territory_notice_pkey" PRIMARY KEY ("filing_id")
);

-- CreateTable
CREATE TABLE "filing_serial" (
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "filing_serial_pkey" PRIMARY KEY ("agency_code","year")
);

-- CreateTable
CREATE TABLE "visit_counter" (
    "enterprise_id" UUID NOT NULL,
    "agency_kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "visits" INTEGER NOT NULL,

    CONSTRAINT "visit_counter_pkey" PRIMARY KEY ("enterprise_id","agency_kind","year")
);

-- CreateTable
CREATE TABLE "matter_visit" (
    "enterprise_id" UUID NOT NULL,
    "matter_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "filing_id" UUID NOT NULL,

    CONSTRAINT "matter_visit_pkey" PRIMARY KEY ("enterprise_id","matter_code","year")
);

-- CreateTable
CREATE TABLE "filing_tally" (
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "status" "filing_status" NOT NULL,
    "filings" INTEGER NOT NULL,

    CONSTRAINT "filing_tally_pkey" PRIMARY KEY ("district_code","agency_code","day","kind","status")
);

-- CreateTable
CREATE TABLE "refusal" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "channel" "filing_channel" NOT NULL,
    "request" JSONB NOT NULL,
    "verdict" JSONB NOT NULL,
    "rules" TEXT[],
    "refused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "role" "role" NOT NULL,
    "inspector_id" UUID,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "owner_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("owner_id","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "plan_status" NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_entry" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "form" "inspection_form" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "quota" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "full_coverage" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_entry_agency" (
    "plan_entry_id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "is_lead" BOOLEAN NOT NULL,

    CONSTRAINT "plan_entry_agency_pkey" PRIMARY KEY ("plan_entry_id","agency_code")
);

-- CreateTable
CREATE TABLE "plan_entry_matter" (
    "plan_entry_id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,

    CONSTRAINT "plan_entry_matter_pkey" PRIMARY KEY ("plan_entry_id","matter_id")
);

-- CreateTable
CREATE TABLE "draw" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "no" TEXT NOT NULL,
    "plan_entry_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draw_outcome" (
    "id" UUID NOT NULL,
    "draw_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "draw_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draw_assignment" (
    "outcome_id" UUID NOT NULL,
    "inspector_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "draw_assignment_pkey" PRIMARY KEY ("outcome_id","inspector_id")
);

-- CreateTable
CREATE TABLE "inspector" (
    "id" UUID NOT NULL,
    "agency_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credential_no" TEXT,
    "credential_kind" "credential_kind" NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "groups" TEXT[],
    "responsible_leader" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "inspector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "inspector_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("inspector_id","enterprise_id")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "code" TEXT NOT NULL,
    "agency_kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "matter_category" NOT NULL,
    "form" "inspection_form" NOT NULL,
    "basis_instrument" TEXT NOT NULL,
    "basis_article" TEXT NOT NULL,
    "special_field" BOOLEAN NOT NULL,
    "mergeable_group" TEXT,
    "industries" TEXT[],
    "group" TEXT NOT NULL,
    "published_from" DATE NOT NULL,
    "published_to" DATE,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "uscc" VARCHAR(18) NOT NULL,
    "name" TEXT NOT NULL,
    "territory_code" TEXT NOT NULL,
    "accountable_code" TEXT NOT NULL,
    "in_park" BOOLEAN NOT NULL,
    "industry" TEXT NOT NULL,
    "industry_name" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "risk" "risk_tier" NOT NULL,
    "key_enterprise" BOOLEAN NOT NULL,
    "undisturbed" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,
    "status" "enterprise_status" NOT NULL,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_by_subject" ON "audit_record"("subject");

-- CreateIndex
CREATE INDEX "audit_by_time" ON "audit_record"("chain", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_once" ON "policy"("district_code", "version");

-- CreateIndex
CREATE INDEX "calendar_day_by_year" ON "calendar_day"("year");

-- CreateIndex
CREATE INDEX "territory_by_district" ON "territory"("district_code");

-- CreateIndex
CREATE UNIQUE INDEX "agency_short_name_once" ON "agency"("district_code", "short_name");

-- CreateIndex
CREATE INDEX "filing_draft_by_agency" ON "filing_draft"("agency_code", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "filing_draft_by_author" ON "filing_draft"("author_id");

-- CreateIndex
CREATE INDEX "filing_draft_by_enterprise" ON "filing_draft"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "filing_no_once" ON "filing"("district_code", "filing_no");

-- CreateIndex
CREATE UNIQUE INDEX "filing_public_code_once" ON "filing"("public_code");

-- CreateIndex
CREATE INDEX "filing_by_district" ON "filing"("district_code", "starts_at", "id");

-- CreateIndex
CREATE INDEX "filing_by_lead" ON "filing"("lead_agency_code", "starts_at", "id");

-- CreateIndex
CREATE INDEX "filing_by_enterprise" ON "filing"("enterprise_id", "starts_at");

-- CreateIndex
CREATE INDEX "filing_by_entry" ON "filing"("plan_entry_id");

-- CreateIndex
CREATE INDEX "filing_by_outcome" ON "filing"("draw_outcome_id");

-- CreateIndex
CREATE INDEX "filing_by_author" ON "filing"("author_id");

-- CreateIndex
CREATE INDEX "filing_by_approver" ON "filing"("approver_id");

-- CreateIndex
CREATE INDEX "filing_by_decider" ON "filing"("decided_by_id");

-- CreateIndex
CREATE INDEX "filing_by_policy" ON "filing"("policy_id");

-- CreateIndex
CREATE INDEX "filing_agency_by_agency" ON "filing_agency"("agency_code");

-- CreateIndex
CREATE INDEX "filing_matter_by_matter" ON "filing_matter"("matter_id");

-- CreateIndex
CREATE INDEX "filing_inspector_by_inspector" ON "filing_inspector"("inspector_id");

-- CreateIndex
CREATE INDEX "territory_notice_by_territory" ON "territory_notice"("territory_code");

-- CreateIndex
CREATE INDEX "matter_visit_by_filing" ON "matter_visit"("filing_id");

-- CreateIndex
CREATE INDEX "refusal_by_district" ON "refusal"("district_code", "refused_at" DESC);

-- CreateIndex
CREATE INDEX "refusal_by_agency" ON "refusal"("agency_code", "refused_at" DESC);

-- CreateIndex
CREATE INDEX "refusal_by_enterprise" ON "refusal"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_inspector_once" ON "user_account"("inspector_id");

-- CreateIndex
CREATE INDEX "user_by_agency" ON "user_account"("agency_code");

-- CreateIndex
CREATE UNIQUE INDEX "user_name_once" ON "user_account"("district_code", "username");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_once" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_by_user" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_once" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_by_agency" ON "api_key"("agency_code");

-- CreateIndex
CREATE INDEX "api_key_by_creator" ON "api_key"("created_by_id");

-- CreateIndex
CREATE INDEX "notification_inbox" ON "notification"("user_id", "read_at", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_once" ON "plan"("district_code", "year", "version");

-- CreateIndex
CREATE UNIQUE INDEX "plan_entry_no_once" ON "plan_entry"("plan_id", "no");

-- CreateIndex
CREATE INDEX "plan_entry_agency_by_agency" ON "plan_entry_agency"("agency_code");

-- CreateIndex
CREATE INDEX "plan_entry_matter_by_matter" ON "plan_entry_matter"("matter_id");

-- CreateIndex
CREATE INDEX "draw_by_entry" ON "draw"("plan_entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_no_once" ON "draw"("district_code", "no");

-- CreateIndex
CREATE INDEX "draw_outcome_by_enterprise" ON "draw_outcome"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_outcome_once" ON "draw_outcome"("draw_id", "enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_position_once" ON "draw_outcome"("draw_id", "position");

-- CreateIndex
CREATE INDEX "draw_assignment_by_inspector" ON "draw_assignment"("inspector_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspector_credential_once" ON "inspector"("credential_no");

-- CreateIndex
CREATE INDEX "inspector_by_agency" ON "inspector"("agency_code");

-- CreateIndex
CREATE INDEX "recusal_by_enterprise" ON "recusal"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "matter_code_once" ON "matter"("district_code", "code");

-- CreateIndex
CREATE INDEX "enterprise_by_territory" ON "enterprise"("territory_code");

-- CreateIndex
CREATE INDEX "enterprise_by_accountable" ON "enterprise"("accountable_code");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_uscc_once" ON "enterprise"("district_code", "uscc");

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_value" ADD CONSTRAINT "policy_value_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory" ADD CONSTRAINT "territory_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency" ADD CONSTRAINT "agency_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_draft" ADD CONSTRAINT "filing_draft_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_draft" ADD CONSTRAINT "filing_draft_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_draft" ADD CONSTRAINT "filing_draft_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_draft" ADD CONSTRAINT "filing_draft_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_lead_agency_code_fkey" FOREIGN KEY ("lead_agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_draw_outcome_id_fkey" FOREIGN KEY ("draw_outcome_id") REFERENCES "draw_outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_agency" ADD CONSTRAINT "filing_agency_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_agency" ADD CONSTRAINT "filing_agency_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_matter" ADD CONSTRAINT "filing_matter_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_matter" ADD CONSTRAINT "filing_matter_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_inspector" ADD CONSTRAINT "filing_inspector_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_inspector" ADD CONSTRAINT "filing_inspector_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory_notice" ADD CONSTRAINT "territory_notice_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory_notice" ADD CONSTRAINT "territory_notice_territory_code_fkey" FOREIGN KEY ("territory_code") REFERENCES "territory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing_serial" ADD CONSTRAINT "filing_serial_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_counter" ADD CONSTRAINT "visit_counter_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_visit" ADD CONSTRAINT "matter_visit_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_visit" ADD CONSTRAINT "matter_visit_filing_id_fkey" FOREIGN KEY ("filing_id") REFERENCES "filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry" ADD CONSTRAINT "plan_entry_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry_agency" ADD CONSTRAINT "plan_entry_agency_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry_agency" ADD CONSTRAINT "plan_entry_agency_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry_matter" ADD CONSTRAINT "plan_entry_matter_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry_matter" ADD CONSTRAINT "plan_entry_matter_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_outcome" ADD CONSTRAINT "draw_outcome_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_outcome" ADD CONSTRAINT "draw_outcome_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_assignment" ADD CONSTRAINT "draw_assignment_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "draw_outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_assignment" ADD CONSTRAINT "draw_assignment_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspector" ADD CONSTRAINT "inspector_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_territory_code_fkey" FOREIGN KEY ("territory_code") REFERENCES "territory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_accountable_code_fkey" FOREIGN KEY ("accountable_code") REFERENCES "territory"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
