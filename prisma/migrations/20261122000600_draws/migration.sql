-- Why: draws are frozen, committed to, revealed, drawn and published, each step kept; registers are imported; enterprises found twice are merged.
-- CreateEnum
CREATE TYPE "draw_status" AS ENUM ('prepared', 'frozen', 'committed', 'revealed', 'drawn', 'published', 'void');

-- CreateEnum
CREATE TYPE "draw_void_reason" AS ENUM ('objectionUpheld', 'recordWrong', 'planChanged', 'withheld', 'officersLacking', 'systemFault');

-- CreateEnum
CREATE TYPE "replacement_reason" AS ENUM ('closed', 'moved', 'unreachable', 'visitedOtherwise', 'quotaRaised');

-- CreateEnum
CREATE TYPE "register_kind" AS ENUM ('enterprise', 'inspector');

-- CreateEnum
CREATE TYPE "register_import_status" AS ENUM ('received', 'read', 'refused', 'imported', 'undone');

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'witness';

-- DropForeignKey
ALTER TABLE "draw" DROP CONSTRAINT "draw_plan_entry_id_fkey";

-- DropIndex
DROP INDEX "draw_by_entry";

-- DropIndex
DROP INDEX "draw_outcome_once";

-- DropIndex
DROP INDEX "draw_position_once";

-- AlterTable
ALTER TABLE "draw" ADD COLUMN     "agency_code" TEXT,
ADD COLUMN     "committed_at" TIMESTAMPTZ(3),
ADD COLUMN     "drawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "format" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "frozen_at" TIMESTAMPTZ(3),
ADD COLUMN     "number" TEXT,
ADD COLUMN     "number_at" TIMESTAMPTZ(3),
ADD COLUMN     "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "prepared_by_id" UUID,
ADD COLUMN     "previous_id" UUID,
ADD COLUMN     "public_number" JSONB,
ADD COLUMN     "published_by_id" UUID,
ADD COLUMN     "revealed_at" TIMESTAMPTZ(3),
ADD COLUMN     "serial" INTEGER,
ADD COLUMN     "status" "draw_status",
ADD COLUMN     "void_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "void_reason" "draw_void_reason",
ADD COLUMN     "voided_at" TIMESTAMPTZ(3),
ADD COLUMN     "voided_by_id" UUID,
ADD COLUMN     "year" INTEGER,
ALTER COLUMN "no" DROP NOT NULL,
ALTER COLUMN "published_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "draw_outcome" ADD COLUMN     "joint_visit_id" UUID,
ADD COLUMN     "plan_entry_id" UUID,
ADD COLUMN     "replaced_at" TIMESTAMPTZ(3),
ADD COLUMN     "replaced_by_id" UUID,
ADD COLUMN     "replaced_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "replaced_reason" "replacement_reason";

-- AlterTable
ALTER TABLE "inspector" ADD COLUMN     "left_on" DATE;

-- AlterTable
ALTER TABLE "enterprise" ADD COLUMN     "initials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "pinyin" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "recusal" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "draw_record" (
    "draw_id" UUID NOT NULL,
    "frozen" TEXT NOT NULL,
    "pool_hash" CHAR(64) NOT NULL,
    "subjects" INTEGER NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_id" UUID,
    "objection_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_record_pkey" PRIMARY KEY ("draw_id")
);

-- CreateTable
CREATE TABLE "draw_result" (
    "draw_id" UUID NOT NULL,
    "seed" CHAR(64) NOT NULL,
    "result" TEXT NOT NULL,
    "result_hash" CHAR(64) NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_by_id" UUID,

    CONSTRAINT "draw_result_pkey" PRIMARY KEY ("draw_id")
);

-- CreateTable
CREATE TABLE "draw_serial" (
    "district_code" VARCHAR(6) NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "draw_serial_pkey" PRIMARY KEY ("district_code","year")
);

-- CreateTable
CREATE TABLE "draw_entry" (
    "draw_id" UUID NOT NULL,
    "plan_entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sample" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "draw_entry_pkey" PRIMARY KEY ("draw_id","plan_entry_id")
);

-- CreateTable
CREATE TABLE "draw_round" (
    "draw_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "commit_end" TIMESTAMPTZ(3) NOT NULL,
    "reveal_end" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "signed_note" TEXT NOT NULL DEFAULT '',
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "draw_round_pkey" PRIMARY KEY ("draw_id","no")
);

-- CreateTable
CREATE TABLE "draw_party" (
    "draw_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "agency_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "commitment" CHAR(64),
    "committed_at" TIMESTAMPTZ(3),
    "committed_by_id" UUID,
    "reveal" CHAR(64),
    "revealed_at" TIMESTAMPTZ(3),
    "revealed_by_id" UUID,
    "withheld_at" TIMESTAMPTZ(3),

    CONSTRAINT "draw_party_pkey" PRIMARY KEY ("draw_id","round","agency_code")
);

-- CreateTable
CREATE TABLE "draw_number" (
    "draw_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "digits" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draw_number_pkey" PRIMARY KEY ("draw_id","by_id")
);

-- CreateTable
CREATE TABLE "draw_objection" (
    "id" UUID NOT NULL,
    "draw_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "enterprise_id" UUID,
    "inspector_id" UUID,
    "text" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "upheld" BOOLEAN,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "draw_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_visit" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "lead_agency_code" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "joint_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "agency_code" TEXT NOT NULL,
    "kind" "register_kind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "status" "register_import_status" NOT NULL,
    "refusal" TEXT NOT NULL DEFAULT '',
    "tally" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "fate" TEXT NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "say" TEXT NOT NULL DEFAULT '',
    "record" JSONB,
    "before" JSONB,
    "after" JSONB,
    "subject_id" UUID,

    CONSTRAINT "register_import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "enterprise_merge" (
    "id" UUID NOT NULL,
    "district_code" VARCHAR(6) NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "enterprise_merge_pkey" PRIMARY KEY ("id")
);

-- Draws of before the protocol: their results were registered and are published; nobody can compute them again.
UPDATE draw SET status = 'published', year = plan.year, serial = nullif(regexp_replace(draw.no, '.*〕(\d+)号$', '\1'), draw.no)::int,
    agency_code = (SELECT agency_code FROM plan_entry_agency WHERE plan_entry_id = entry.id AND is_lead)
  FROM plan_entry entry JOIN plan ON plan.id = entry.plan_id WHERE entry.id = draw.plan_entry_id;
UPDATE draw_outcome SET plan_entry_id = draw.plan_entry_id FROM draw WHERE draw.id = draw_id;
INSERT INTO draw_entry (draw_id, plan_entry_id, position, sample)
  SELECT id, plan_entry_id, 0, (SELECT count(*) FROM draw_outcome WHERE draw_id = draw.id) FROM draw;
INSERT INTO draw_serial (district_code, year, last) SELECT district_code, year, max(serial) FROM draw WHERE serial IS NOT NULL GROUP BY district_code, year;
ALTER TABLE draw ALTER COLUMN status SET NOT NULL, ALTER COLUMN year SET NOT NULL, ALTER COLUMN agency_code SET NOT NULL, DROP COLUMN plan_entry_id;
ALTER TABLE draw_outcome ALTER COLUMN plan_entry_id SET NOT NULL;

-- CreateIndex
CREATE INDEX "draw_record_by_freezer" ON "draw_record"("frozen_by_id");

-- CreateIndex
CREATE INDEX "draw_result_by_runner" ON "draw_result"("drawn_by_id");

-- CreateIndex
CREATE INDEX "draw_entry_by_entry" ON "draw_entry"("plan_entry_id");

-- CreateIndex
CREATE INDEX "draw_round_by_signer" ON "draw_round"("signed_by_id");

-- CreateIndex
CREATE INDEX "draw_party_by_agency" ON "draw_party"("agency_code");

-- CreateIndex
CREATE INDEX "draw_party_by_committer" ON "draw_party"("committed_by_id");

-- CreateIndex
CREATE INDEX "draw_party_by_revealer" ON "draw_party"("revealed_by_id");

-- CreateIndex
CREATE INDEX "draw_number_by_user" ON "draw_number"("by_id");

-- CreateIndex
CREATE INDEX "draw_objection_by_enterprise" ON "draw_objection"("enterprise_id");

-- CreateIndex
CREATE INDEX "draw_objection_by_inspector" ON "draw_objection"("inspector_id");

-- CreateIndex
CREATE INDEX "draw_objection_by_answerer" ON "draw_objection"("answered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_objection_no_once" ON "draw_objection"("draw_id", "no");

-- CreateIndex
CREATE INDEX "joint_visit_by_district" ON "joint_visit"("district_code");

-- CreateIndex
CREATE INDEX "joint_visit_by_enterprise" ON "joint_visit"("enterprise_id");

-- CreateIndex
CREATE INDEX "joint_visit_by_lead" ON "joint_visit"("lead_agency_code");

-- CreateIndex
CREATE INDEX "joint_visit_by_joiner" ON "joint_visit"("joined_by_id");

-- CreateIndex
CREATE INDEX "joint_visit_by_ender" ON "joint_visit"("ended_by_id");

-- CreateIndex
CREATE INDEX "register_import_by_district" ON "register_import"("district_code", "received_at" DESC);

-- CreateIndex
CREATE INDEX "register_import_by_agency" ON "register_import"("agency_code");

-- CreateIndex
CREATE INDEX "register_import_by_receiver" ON "register_import"("received_by_id");

-- CreateIndex
CREATE INDEX "register_import_row_by_fate" ON "register_import_row"("import_id", "fate", "row");

-- CreateIndex
CREATE INDEX "enterprise_merge_by_district" ON "enterprise_merge"("district_code", "at" DESC);

-- CreateIndex
CREATE INDEX "enterprise_merge_by_kept" ON "enterprise_merge"("kept_id");

-- CreateIndex
CREATE INDEX "enterprise_merge_by_merged" ON "enterprise_merge"("merged_id");

-- CreateIndex
CREATE INDEX "enterprise_merge_by_user" ON "enterprise_merge"("by_id");

-- CreateIndex
CREATE INDEX "enterprise_merge_by_undoer" ON "enterprise_merge"("undone_by_id");

-- CreateIndex
CREATE INDEX "draw_by_agency" ON "draw"("agency_code");

-- CreateIndex
CREATE INDEX "draw_by_preparer" ON "draw"("prepared_by_id");

-- CreateIndex
CREATE INDEX "draw_by_publisher" ON "draw"("published_by_id");

-- CreateIndex
CREATE INDEX "draw_by_voider" ON "draw"("voided_by_id");

-- CreateIndex
CREATE INDEX "draw_by_previous" ON "draw"("previous_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_serial_once" ON "draw"("district_code", "year", "serial");

-- CreateIndex
CREATE INDEX "draw_outcome_by_entry" ON "draw_outcome"("plan_entry_id");

-- CreateIndex
CREATE INDEX "draw_outcome_by_replacer" ON "draw_outcome"("replaced_by_id");

-- CreateIndex
CREATE INDEX "draw_outcome_by_joint" ON "draw_outcome"("joint_visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_outcome_once" ON "draw_outcome"("draw_id", "plan_entry_id", "enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "draw_position_once" ON "draw_outcome"("draw_id", "plan_entry_id", "position");

-- CreateIndex
CREATE INDEX "enterprise_by_merged" ON "enterprise"("merged_into_id");

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_voided_by_id_fkey" FOREIGN KEY ("voided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_record" ADD CONSTRAINT "draw_record_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_record" ADD CONSTRAINT "draw_record_frozen_by_id_fkey" FOREIGN KEY ("frozen_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_result" ADD CONSTRAINT "draw_result_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_result" ADD CONSTRAINT "draw_result_drawn_by_id_fkey" FOREIGN KEY ("drawn_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_serial" ADD CONSTRAINT "draw_serial_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_entry" ADD CONSTRAINT "draw_entry_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_entry" ADD CONSTRAINT "draw_entry_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_round" ADD CONSTRAINT "draw_round_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_round" ADD CONSTRAINT "draw_round_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_party" ADD CONSTRAINT "draw_party_draw_id_round_fkey" FOREIGN KEY ("draw_id", "round") REFERENCES "draw_round"("draw_id", "no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_party" ADD CONSTRAINT "draw_party_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_party" ADD CONSTRAINT "draw_party_committed_by_id_fkey" FOREIGN KEY ("committed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_party" ADD CONSTRAINT "draw_party_revealed_by_id_fkey" FOREIGN KEY ("revealed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_number" ADD CONSTRAINT "draw_number_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_number" ADD CONSTRAINT "draw_number_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_objection" ADD CONSTRAINT "draw_objection_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_objection" ADD CONSTRAINT "draw_objection_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_objection" ADD CONSTRAINT "draw_objection_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "inspector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_objection" ADD CONSTRAINT "draw_objection_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_outcome" ADD CONSTRAINT "draw_outcome_plan_entry_id_fkey" FOREIGN KEY ("plan_entry_id") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_outcome" ADD CONSTRAINT "draw_outcome_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draw_outcome" ADD CONSTRAINT "draw_outcome_joint_visit_id_fkey" FOREIGN KEY ("joint_visit_id") REFERENCES "joint_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_visit" ADD CONSTRAINT "joint_visit_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_visit" ADD CONSTRAINT "joint_visit_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_visit" ADD CONSTRAINT "joint_visit_lead_agency_code_fkey" FOREIGN KEY ("lead_agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_visit" ADD CONSTRAINT "joint_visit_joined_by_id_fkey" FOREIGN KEY ("joined_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_visit" ADD CONSTRAINT "joint_visit_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_agency_code_fkey" FOREIGN KEY ("agency_code") REFERENCES "agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_received_by_id_fkey" FOREIGN KEY ("received_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_import_row" ADD CONSTRAINT "register_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_merge" ADD CONSTRAINT "enterprise_merge_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_merge" ADD CONSTRAINT "enterprise_merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_merge" ADD CONSTRAINT "enterprise_merge_merged_id_fkey" FOREIGN KEY ("merged_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_merge" ADD CONSTRAINT "enterprise_merge_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_merge" ADD CONSTRAINT "enterprise_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Limits -------------------------------------------------------------------------------------------------------------------------
-- A frozen record may hold a million subjects: compressing it costs more than it saves.
ALTER TABLE draw_record ALTER COLUMN frozen SET STORAGE EXTERNAL;
ALTER TABLE draw_record ADD CONSTRAINT draw_record_hash CHECK (pool_hash = encode(sha256(convert_to(frozen, 'UTF8')), 'hex'));
ALTER TABLE draw_result ADD CONSTRAINT draw_result_hash CHECK (result_hash = encode(sha256(convert_to(result, 'UTF8')), 'hex'));
-- One outcome per entry: the first draw that is frozen stands until it is void.
CREATE UNIQUE INDEX draw_entry_one_live ON draw_entry (plan_entry_id) WHERE live;
ALTER TABLE draw_entry ADD CONSTRAINT draw_entry_sample CHECK (sample >= 0 AND position >= 0);
ALTER TABLE draw ADD CONSTRAINT draw_numbered CHECK ((status = 'prepared') = (no IS NULL) AND (no IS NULL) = (serial IS NULL));
ALTER TABLE draw ADD CONSTRAINT draw_void_whole CHECK ((status = 'void') = (voided_at IS NOT NULL) AND (voided_at IS NULL) = (void_reason IS NULL));
ALTER TABLE draw ADD CONSTRAINT draw_published_whole CHECK (status <> 'published' OR published_at IS NOT NULL);
-- Whoever prepared a draw does not void it; the freezer and the runner are compared by the command, they stand in other tables.
ALTER TABLE draw ADD CONSTRAINT draw_void_other CHECK (voided_by_id IS NULL OR voided_by_id <> prepared_by_id);
ALTER TABLE draw_round ADD CONSTRAINT draw_round_signed CHECK (no >= 1 AND (no = 1) = (signed_by_id IS NULL));
ALTER TABLE draw_party ADD CONSTRAINT draw_party_form CHECK (
  commitment ~ '^[0-9a-f]{64}$' AND reveal ~ '^[0-9a-f]{64}$' AND (reveal IS NULL OR commitment IS NOT NULL)
  AND (commitment IS NULL) = (committed_at IS NULL) AND (reveal IS NULL) = (revealed_at IS NULL));
-- Two parties with the same commitment would be one party.
CREATE UNIQUE INDEX draw_party_commitment_once ON draw_party (commitment);
ALTER TABLE draw_number ADD CONSTRAINT draw_number_form CHECK (digits ~ '^[0-9]{1,64}$');
ALTER TABLE draw_objection ADD CONSTRAINT draw_objection_whole CHECK (
  (answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (upheld IS NULL) AND num_nonnulls(enterprise_id, inspector_id) = 1);
ALTER TABLE draw_outcome ADD CONSTRAINT draw_outcome_replaced CHECK ((replaced_at IS NULL) = (replaced_reason IS NULL) AND position > 0);
ALTER TABLE joint_visit ADD CONSTRAINT joint_visit_whole CHECK (from_day <= to_day AND (ended_at IS NULL) = (ended_by_id IS NULL));
ALTER TABLE enterprise ADD CONSTRAINT enterprise_merged_elsewhere CHECK (merged_into_id <> id);
ALTER TABLE enterprise_merge ADD CONSTRAINT enterprise_merge_whole CHECK (kept_id <> merged_id AND (undone_at IS NULL) = (undone_by_id IS NULL));
CREATE UNIQUE INDEX enterprise_merge_once ON enterprise_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX enterprise_pinyin_search ON enterprise USING gin (pinyin gin_trgm_ops);
CREATE INDEX enterprise_initials_search ON enterprise USING gin (initials gin_trgm_ops);

-- A draw only goes forward, and what was committed or revealed stays.
CREATE FUNCTION draw_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (('prepared', 'frozen'), ('frozen', 'committed'), ('committed', 'revealed'),
      ('committed', 'frozen'), ('revealed', 'drawn'), ('drawn', 'published')) AND NOT (NEW.status = 'void' AND OLD.status <> 'prepared') THEN
    RAISE EXCEPTION 'a draw does not go from % to %', OLD.status, NEW.status USING ERRCODE = '23514';
  END IF;
  IF NEW.no IS DISTINCT FROM OLD.no AND OLD.no IS NOT NULL OR NEW.number IS DISTINCT FROM OLD.number AND OLD.number IS NOT NULL THEN
    RAISE EXCEPTION 'the number of a draw stays' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_forward BEFORE UPDATE ON draw FOR EACH ROW EXECUTE FUNCTION draw_forward();
CREATE FUNCTION draw_prepared_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM draw_record WHERE draw_id = OLD.id) THEN
    RAISE EXCEPTION 'a frozen draw is public for ever' USING ERRCODE = '23514';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER draw_prepared_only BEFORE DELETE ON draw FOR EACH ROW EXECUTE FUNCTION draw_prepared_only();
CREATE FUNCTION draw_party_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.commitment IS NOT NULL AND NEW.commitment IS DISTINCT FROM OLD.commitment OR OLD.reveal IS NOT NULL AND NEW.reveal IS DISTINCT FROM OLD.reveal THEN
    RAISE EXCEPTION 'what was committed or revealed stays' USING ERRCODE = '23514';
  END IF;
  IF NEW.reveal IS NOT NULL AND OLD.reveal IS NULL
      AND EXISTS (SELECT FROM draw_party WHERE draw_id = NEW.draw_id AND round = NEW.round AND commitment IS NULL) THEN
    RAISE EXCEPTION 'nobody reveals before everybody has committed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_party_keeps BEFORE UPDATE ON draw_party FOR EACH ROW EXECUTE FUNCTION draw_party_keeps();

-- An import that is taken back takes out what it brought in; everything else in the registers stays, and so does all that is referred to.
CREATE FUNCTION register_imported_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM register_import_row WHERE subject_id = OLD.id AND before IS NULL) THEN
    RAISE EXCEPTION 'only what an import added may be taken out of a register' USING ERRCODE = '23514';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER register_imported_only BEFORE DELETE ON enterprise FOR EACH ROW EXECUTE FUNCTION register_imported_only();
CREATE TRIGGER register_imported_only BEFORE DELETE ON inspector FOR EACH ROW EXECUTE FUNCTION register_imported_only();
CREATE INDEX register_import_row_by_subject ON register_import_row (subject_id) WHERE subject_id IS NOT NULL;

-- The enterprises that may be visited on the ground of a draw: of published draws, those drawn and not replaced.
CREATE VIEW drawn_target AS
  SELECT outcome.id, outcome.draw_id, draw.no, draw.published_at, outcome.plan_entry_id, outcome.enterprise_id, outcome.position, outcome.joint_visit_id
  FROM draw_outcome outcome JOIN draw ON draw.id = outcome.draw_id
  WHERE draw.status = 'published' AND outcome.replaced_at IS NULL;

-- One outcome serves one filing that stands.
CREATE UNIQUE INDEX filing_outcome_once ON filing (draw_outcome_id)
  WHERE status IN ('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived');
-- Which filings rest on an outcome: its own, and for an outcome of a joint visit those of the visit's lead.
CREATE VIEW outcome_filing AS
  SELECT draw_outcome_id AS outcome_id, id AS filing_id, filing_no, status FROM filing WHERE draw_outcome_id IS NOT NULL
  UNION ALL
  SELECT joined.id, filing.id, filing.filing_no, filing.status FROM draw_outcome joined
  JOIN draw_outcome other ON other.joint_visit_id = joined.joint_visit_id AND other.id <> joined.id
  JOIN filing ON filing.draw_outcome_id = other.id;

-- Background work -----------------------------------------------------------------------------------------------------------------
SELECT pgboss.create_queue(name, json_build_object('policy', 'standard', 'retryLimit', 2, 'retryDelay', 5, 'retryBackoff', true,
    'expireInSeconds', seconds, 'retentionMinutes', 20160))
  FROM (VALUES ('draw-run', 300), ('draw-watch', 300), ('register-read', 120)) queue (name, seconds);

-- The application's role ---------------------------------------------------------------------------------------------------------
GRANT SELECT ON drawn_target, outcome_filing TO ningqi_app;
GRANT SELECT, INSERT ON draw, draw_entry, draw_record, draw_result, draw_serial, draw_round, draw_party, draw_number, draw_objection,
  draw_outcome, draw_assignment, joint_visit, register_import, register_import_row, enterprise_merge TO ningqi_app;
GRANT UPDATE (no, serial, status, public_number, frozen_at, committed_at, revealed_at, number, number_at, drawn_at, published_at, published_by_id,
  voided_at, voided_by_id, void_reason, void_note, previous_id) ON draw TO ningqi_app;
GRANT UPDATE (live, sample) ON draw_entry TO ningqi_app;
GRANT UPDATE (last) ON draw_serial TO ningqi_app;
GRANT UPDATE (reveal_end, failed_at) ON draw_round TO ningqi_app;
GRANT UPDATE (commitment, committed_at, committed_by_id, reveal, revealed_at, revealed_by_id, withheld_at) ON draw_party TO ningqi_app;
GRANT UPDATE (digits, at) ON draw_number TO ningqi_app;
GRANT UPDATE (upheld, answer, answered_at, answered_by_id) ON draw_objection TO ningqi_app;
GRANT UPDATE (replaced_at, replaced_by_id, replaced_reason, replaced_note, joint_visit_id) ON draw_outcome TO ningqi_app;
GRANT UPDATE (ended_at, ended_by_id, ended_reason) ON joint_visit TO ningqi_app;
-- Prepared draws only: a trigger keeps the others.
GRANT DELETE ON draw, draw_entry TO ningqi_app;
GRANT UPDATE ON register_import, register_import_row TO ningqi_app;
GRANT UPDATE (undone_at, undone_by_id) ON enterprise_merge TO ningqi_app;
-- The registers are kept in the product: rows are added and changed; only an import that is taken back deletes, as a trigger sees to.
GRANT INSERT, UPDATE, DELETE ON enterprise, inspector, recusal TO ningqi_app;
