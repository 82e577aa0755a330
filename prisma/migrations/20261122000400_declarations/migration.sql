-- Why: plans come from declarations, sheets and reviewed lines; an entry lives from version to version, a matter from row to row.
-- CreateEnum
CREATE TYPE "declaration_status" AS ENUM ('draft', 'submitted', 'approved', 'returned');

-- CreateEnum
CREATE TYPE "task_source" AS ENUM ('centre', 'province', 'city', 'superior', 'local');

-- CreateEnum
CREATE TYPE "line_outcome" AS ENUM ('unreviewed', 'kept', 'dropped', 'merged', 'returned');

-- CreateEnum
CREATE TYPE "sheet_status" AS ENUM ('received', 'read', 'refused', 'imported', 'undone');

-- CreateEnum
CREATE TYPE "review_action" AS ENUM ('keep', 'trim', 'move', 'offsite', 'drop', 'merge', 'return', 'reopen');

-- CreateEnum
CREATE TYPE "merge_run_status" AS ENUM ('queued', 'running', 'finished', 'stopped', 'failed');

-- CreateEnum
CREATE TYPE "proposal_status" AS ENUM ('open', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "matter_proposal_kind" AS ENUM ('add', 'change', 'withdraw');

-- DropIndex
DROP INDEX "matter_code_once";

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "figures" JSONB,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "published_by_id" UUID;

-- AlterTable
ALTER TABLE "plan_entry" ADD COLUMN     "approval_document" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pool" JSONB,
ADD COLUMN     "pool_label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "root_id" UUID,
ADD COLUMN     "source" "task_source",
ADD COLUMN     "until_plan_id" UUID;

UPDATE "plan_entry" SET "root_id" = "id";
ALTER TABLE "plan_entry" ALTER COLUMN "root_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "matter" ADD COLUMN     "max_per_year" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "declaration" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "approval_document" TEXT NOT NULL DEFAULT '',
    "status" "declaration_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration_event" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "declaration_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration_line" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "matter_id" UUID NOT NULL,
    "basis" TEXT NOT NULL DEFAULT '',
    "pool_label" TEXT NOT NULL,
    "pool" JSONB NOT NULL,
    "pool_size" INTEGER NOT NULL,
    "quantity" JSONB NOT NULL,
    "period" JSONB NOT NULL,
    "declared_count" INTEGER NOT NULL,
    "declared_months" INTEGER[],
    "declared_form" "inspection_form" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "source" "task_source" NOT NULL,
    "partners" TEXT[],
    "partners_text" TEXT NOT NULL DEFAULT '',
    "remark" TEXT NOT NULL DEFAULT '',
    "fingerprint" TEXT NOT NULL,
    "sheet_id" UUID,
    "sheet_row" INTEGER,
    "outcome" "line_outcome" NOT NULL DEFAULT 'unreviewed',
    "count" INTEGER NOT NULL,
    "months" INTEGER[],
    "form" "inspection_form" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "joint_id" UUID,
    "entry_no" TEXT,

    CONSTRAINT "declaration_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_import" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "declaration_id" UUID,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "status" "sheet_status" NOT NULL,
    "refusal" TEXT NOT NULL DEFAULT '',
    "grid" JSONB,
    "mends" JSONB NOT NULL DEFAULT '{}',
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "sheet_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_entry_month" (
    "plan_entry_id" UUID NOT NULL,
    "month" INTEGER NOT NULL,
    "quota" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "plan_entry_month_pkey" PRIMARY KEY ("plan_entry_id","month")
);

-- CreateTable
CREATE TABLE "review_step" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "year" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "action" "review_action" NOT NULL,
    "line_ids" UUID[],
    "change" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "plan_id" UUID,

    CONSTRAINT "review_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge_run" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "year" INTEGER NOT NULL,
    "input_hash" TEXT NOT NULL,
    "line_ids" UUID[],
    "status" "merge_run_status" NOT NULL,
    "seconds" INTEGER NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "stop_wanted" BOOLEAN NOT NULL DEFAULT false,
    "before" INTEGER NOT NULL DEFAULT 0,
    "after" INTEGER NOT NULL DEFAULT 0,
    "bound" INTEGER NOT NULL DEFAULT 0,
    "pairs" JSONB NOT NULL DEFAULT '[]',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "merge_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge_proposal" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "lead" TEXT NOT NULL,
    "line_ids" UUID[],
    "months" INTEGER[],
    "form" "inspection_form" NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "bound" INTEGER NOT NULL,
    "why" JSONB NOT NULL,
    "status" "proposal_status" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "step_id" UUID,

    CONSTRAINT "merge_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter_catalogue" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "matter_catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter_proposal" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "kind" "matter_proposal_kind" NOT NULL,
    "matter_code" TEXT,
    "fields" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "proposal_status" NOT NULL DEFAULT 'open',
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposed_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "matter_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "declaration_by_year" ON "declaration"("district_code", "year", "status");

-- CreateIndex
CREATE INDEX "declaration_by_author" ON "declaration"("submitted_by_id");

-- CreateIndex
CREATE INDEX "declaration_by_approver" ON "declaration"("approved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_once" ON "declaration"("agency_code", "year", "no");

-- CreateIndex
CREATE INDEX "declaration_event_in_order" ON "declaration_event"("declaration_id", "at");

-- CreateIndex
CREATE INDEX "declaration_event_by_person" ON "declaration_event"("by_id");

-- CreateIndex
CREATE INDEX "declaration_line_by_year" ON "declaration_line"("district_code", "year", "outcome");

-- CreateIndex
CREATE INDEX "declaration_line_by_agency" ON "declaration_line"("agency_code", "year");

-- CreateIndex
CREATE INDEX "declaration_line_by_matter" ON "declaration_line"("matter_id");

-- CreateIndex
CREATE INDEX "declaration_line_by_sheet" ON "declaration_line"("sheet_id");

-- CreateIndex
CREATE INDEX "declaration_line_by_joint" ON "declaration_line"("joint_id");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_line_once" ON "declaration_line"("declaration_id", "fingerprint");

-- CreateIndex
CREATE INDEX "sheet_by_agency" ON "sheet_import"("agency_code", "year", "received_at");

-- CreateIndex
CREATE INDEX "sheet_by_district" ON "sheet_import"("district_code");

-- CreateIndex
CREATE INDEX "sheet_by_declaration" ON "sheet_import"("declaration_id");

-- CreateIndex
CREATE INDEX "sheet_by_person" ON "sheet_import"("received_by_id");

-- CreateIndex
CREATE INDEX "review_step_by_person" ON "review_step"("by_id");

-- CreateIndex
CREATE INDEX "review_step_by_undoer" ON "review_step"("undone_by_id");

-- CreateIndex
CREATE INDEX "review_step_by_plan" ON "review_step"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_step_in_order" ON "review_step"("district_code", "year", "no");

-- CreateIndex
CREATE INDEX "merge_run_by_year" ON "merge_run"("district_code", "year", "requested_at");

-- CreateIndex
CREATE INDEX "merge_run_by_person" ON "merge_run"("requested_by_id");

-- CreateIndex
CREATE INDEX "merge_proposal_by_step" ON "merge_proposal"("step_id");

-- CreateIndex
CREATE UNIQUE INDEX "merge_proposal_in_order" ON "merge_proposal"("run_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "matter_catalogue_once" ON "matter_catalogue"("district_code", "version");

-- CreateIndex
CREATE INDEX "matter_proposal_by_status" ON "matter_proposal"("district_code", "status", "proposed_at");

-- CreateIndex
CREATE INDEX "matter_proposal_by_agency" ON "matter_proposal"("agency_code");

-- CreateIndex
CREATE INDEX "matter_proposal_by_person" ON "matter_proposal"("proposed_by_id");

-- CreateIndex
CREATE INDEX "matter_proposal_by_decider" ON "matter_proposal"("decided_by_id");

-- CreateIndex
CREATE INDEX "plan_by_publisher" ON "plan"("published_by_id");

-- CreateIndex
CREATE INDEX "plan_entry_by_end" ON "plan_entry"("until_plan_id");

-- CreateIndex
CREATE INDEX "plan_entry_by_root" ON "plan_entry"("root_id");

-- CreateIndex
CREATE UNIQUE INDEX "matter_version_once" ON "matter"("district_code", "code", "published_from");

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_event" ADD CONSTRAINT "declaration_event_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_event" ADD CONSTRAINT "declaration_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_line" ADD CONSTRAINT "declaration_line_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_line" ADD CONSTRAINT "declaration_line_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_line" ADD CONSTRAINT "declaration_line_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_line" ADD CONSTRAINT "declaration_line_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_line" ADD CONSTRAINT "declaration_line_joint_id_fkey" FOREIGN KEY ("joint_id") REFERENCES "review_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_import" ADD CONSTRAINT "sheet_import_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_import" ADD CONSTRAINT "sheet_import_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_import" ADD CONSTRAINT "sheet_import_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_import" ADD CONSTRAINT "sheet_import_received_by_id_fkey" FOREIGN KEY ("received_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry" ADD CONSTRAINT "plan_entry_until_plan_id_fkey" FOREIGN KEY ("until_plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry" ADD CONSTRAINT "plan_entry_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry_month" ADD CONSTRAINT "plan_entry_month_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_run" ADD CONSTRAINT "merge_run_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_run" ADD CONSTRAINT "merge_run_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_proposal" ADD CONSTRAINT "merge_proposal_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "merge_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_proposal" ADD CONSTRAINT "merge_proposal_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "review_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_catalogue" ADD CONSTRAINT "matter_catalogue_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_proposal" ADD CONSTRAINT "matter_proposal_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_proposal" ADD CONSTRAINT "matter_proposal_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_proposal" ADD CONSTRAINT "matter_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_proposal" ADD CONSTRAINT "matter_proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Limits -------------------------------------------------------------------------------------------------------------------------
-- A version of the past that another has replaced before entries lived across versions: its entries ended with it.
UPDATE plan_entry SET until_plan_id = (
    SELECT later.id FROM plan later JOIN plan earlier ON earlier.id = plan_entry.plan_id
    WHERE later.district_code = earlier.district_code AND later.year = earlier.year AND later.version > earlier.version ORDER BY later.version LIMIT 1)
  WHERE plan_id IN (SELECT id FROM plan WHERE status = 'superseded');
CREATE UNIQUE INDEX plan_entry_one_in_force ON plan_entry (root_id) WHERE until_plan_id IS NULL;
CREATE INDEX plan_entry_in_force_by_no ON plan_entry (no) WHERE until_plan_id IS NULL;
ALTER TABLE plan_entry_month ADD CONSTRAINT plan_entry_month_values CHECK (month BETWEEN 1 AND 12 AND quota >= 0 AND used >= 0);
ALTER TABLE matter ADD CONSTRAINT matter_one_in_force EXCLUDE USING gist (
  district_code WITH =, code WITH =, daterange(published_from, published_to) WITH &&);
ALTER TABLE matter ADD CONSTRAINT matter_yearly_maximum CHECK (max_per_year BETWEEN 1 AND 366);
ALTER TABLE declaration ADD CONSTRAINT declaration_kind CHECK (kind IN ('annual', 'special'));
ALTER TABLE declaration ADD CONSTRAINT declaration_special_approved CHECK (kind <> 'special' OR status = 'draft' OR approval_document <> '');
ALTER TABLE declaration ADD CONSTRAINT declaration_steps CHECK (
  (status = 'draft' OR submitted_at IS NOT NULL) AND (status <> 'approved' OR approved_at IS NOT NULL));
-- Whoever sends a declaration in is not the one who approves it.
ALTER TABLE declaration ADD CONSTRAINT declaration_two_people CHECK (approved_by_id IS NULL OR approved_by_id <> submitted_by_id);
-- A declaration that was begun is finished before the next one is; one that was returned may come back while another is being written.
CREATE UNIQUE INDEX declaration_one_draft ON declaration (agency_code, year, kind) WHERE status = 'draft';
-- A reminder is one message a person, however often it is sent.
CREATE UNIQUE INDEX notification_reminded_once ON notification (user_id, subject_id) WHERE event = 'declaration.reminded';
ALTER TABLE declaration_line ADD CONSTRAINT declaration_line_counts CHECK (declared_count >= 0 AND count >= 0 AND pool_size >= 0);
ALTER TABLE declaration_line ADD CONSTRAINT declaration_line_range CHECK (from_day <= to_day);
ALTER TABLE declaration_line ADD CONSTRAINT declaration_line_joint CHECK ((outcome = 'merged') = (joint_id IS NOT NULL));
-- One run at a time for a district's year.
CREATE UNIQUE INDEX merge_run_one_at_work ON merge_run (district_code, year) WHERE status IN ('queued', 'running');
CREATE INDEX declaration_line_matter_order ON declaration_line (declaration_id, ordinal);
ALTER TABLE review_step ADD CONSTRAINT review_step_undone CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL OR plan_id IS NULL));
ALTER TABLE matter_proposal ADD CONSTRAINT matter_proposal_decided CHECK ((status = 'open') = (decided_by_id IS NULL));
-- One change of a matter at a time is under consideration.
CREATE UNIQUE INDEX matter_proposal_one_open ON matter_proposal (district_code, matter_code) WHERE status = 'open';
ALTER TABLE matter_proposal ADD CONSTRAINT matter_proposal_two_people CHECK (decided_by_id IS NULL OR decided_by_id <> proposed_by_id);

-- The application's role ---------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT ON declaration, declaration_event, declaration_line, sheet_import, review_step, merge_run, merge_proposal,
  matter_catalogue, matter_proposal, plan_entry_month TO ningqi_app;
GRANT UPDATE ON declaration, declaration_line, sheet_import, review_step, merge_run, merge_proposal, matter_proposal TO ningqi_app;
-- Lines of a declaration that is still the agency's own: a batch undone, a line taken out.
GRANT DELETE ON declaration_line TO ningqi_app;
-- What is in force is never edited: a version is added, an entry is ended, places are taken.
GRANT INSERT ON plan, plan_entry, plan_entry_agency, plan_entry_matter, matter TO ningqi_app;
GRANT UPDATE (status) ON plan TO ningqi_app;
GRANT UPDATE (until_plan_id) ON plan_entry TO ningqi_app;
GRANT UPDATE (used) ON plan_entry_month TO ningqi_app;
GRANT UPDATE (published_to) ON matter TO ningqi_app;
-- A row lock on the district's row serialises what is numbered there.
GRANT UPDATE (code) ON district TO ningqi_app;
