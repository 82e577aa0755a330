import 'server-only';
import type { AmendmentPart } from '#domain/inspection/amendment.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { type Claims, claimsOf, togetherOf } from '#features/filing/commands/claims-sql.ts';
import { keptRequest } from '#features/filing/commands/filing-row-sql.ts';
import { outsideSql } from '#features/territory/commands/concerned-sql.ts';
import { noticeSql } from '#features/territory/commands/notice-sql.ts';
import { Prisma } from '#platform/db.ts';
import { visitsInYearSql } from '../queries/gather-parts.ts';
import type { Standing } from '../queries/load-standing.ts';
import type { EntryRequest } from '../schema.ts';
import type { JudgedParts } from './judge-parts.ts';

/** A change that the law allows: of which filing, to what, and what it touches. */
export type Revised = {
  readonly standing: Standing;
  readonly judged: JudgedParts;
  readonly request: EntryRequest;
  readonly touches: readonly AmendmentPart[];
};

/**
 * What all parts take together. At the same time as before the cap binds only the part that is changed: the others were judged when they
 * came, perhaps beyond the cap with the office's consent, and take again what they hold.
 */
export function claimsOfParts({ standing, judged: { own, parts }, touches }: Pick<Revised, 'standing' | 'judged' | 'touches'>): Claims {
  const [first, ...rest] = parts;
  const of = (gathered: typeof first) => claimsOf(gathered, own.verdict);
  const all = togetherOf([of(first), ...rest.map(of)]);
  if (touches.includes('dates')) return all;
  const { cap, lines } = claimsOf(own.gathered, own.verdict);
  return { ...all, cap, heldLines: standing.lines.filter((line) => !lines.includes(line)) };
}

const isDue = ({ findings }: Verdict): boolean => findings.some(({ rule, outcome }) => rule === 'territory-notice' && outcome === 'duty');

/** What the lead's request puts into the filing's own columns. */
function leadColumnsSql({ standing, judged, request }: Revised): Prisma.Sql {
  const { verdict, gathered } = judged.own;
  const { refs } = gathered;
  const day = Prisma.sql`(${request.start}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`;
  const nth = (who: Prisma.Sql, before: Prisma.Sql) =>
    Prisma.sql`CASE WHEN year = extract(year FROM ${day}) THEN ${before} ELSE 1 + ${visitsInYearSql(request.start, who)} END`;
  const ours = nth(Prisma.sql`other.lead_agency_code = ${standing.lead}`, Prisma.raw('nth_by_agency'));
  return Prisma.sql`, starts_at = ${request.start}, ends_at = ${request.end}, start_day = ${day}, year = extract(year FROM ${day}),
    form = ${request.form}::inspection_form, site_address = ${request.site ?? refs.address}, request = ${JSON.stringify(keptRequest(request))}::jsonb,
    plan_entry_id = ${refs.planEntryId}::uuid, draw_outcome_id = ${refs.drawOutcomeId}::uuid, policy_id = ${refs.policyId}::uuid,
    verdict = ${JSON.stringify(verdict)}::jsonb, nth_by_agency = ${ours}, nth_by_all = ${nth(Prisma.sql`TRUE`, Prisma.raw('nth_by_all'))}`;
}

/** Moves the filing's own row, as long as nobody has come: `settled` is empty otherwise. */
export function settledSql(revised: Revised, claims: Claims): Prisma.Sql {
  const { standing, request } = revised;
  const columns = request.lead === standing.lead ? leadColumnsSql(revised) : Prisma.empty;
  return Prisma.sql`settled AS (
    UPDATE filing SET amendments = amendments + 1, claims = ${JSON.stringify(claims)}::jsonb ${columns}
    WHERE id = ${standing.id}::uuid AND status IN ('filed', 'filedWithCondition') RETURNING id, amendments AS no)`;
}

/** Agencies, matters and people as they shall be: rows that stay are left alone. */
export function partsSql({ standing: { id }, judged: { parts } }: Revised): Prisma.Sql {
  const [, ...joined] = parts;
  const matters = parts.flatMap(({ refs }) => refs.matterIds);
  const people = parts.flatMap(({ refs }) => refs.inspectorIds);
  const [codes, outcomes] = [joined.map(({ facts }) => facts.lead.code), joined.map(({ refs }) => refs.drawOutcomeId)];
  return Prisma.sql`parties AS (
      INSERT INTO filing_agency (filing_id, agency_code, is_lead, draw_outcome_id)
      SELECT settled.id, code, FALSE, outcome FROM settled, unnest(${codes}::text[], ${outcomes}::uuid[]) AS part (code, outcome)
      ON CONFLICT (filing_id, agency_code) DO UPDATE SET draw_outcome_id = EXCLUDED.draw_outcome_id
    ), lost_matters AS (DELETE FROM filing_matter WHERE filing_id = ${id}::uuid AND NOT matter_id = ANY (${matters}::uuid[])
    ), matters AS (INSERT INTO filing_matter (filing_id, matter_id) SELECT settled.id, matter FROM settled, unnest(${matters}::uuid[]) matter ON CONFLICT DO NOTHING
    ), lost_people AS (DELETE FROM filing_inspector WHERE filing_id = ${id}::uuid AND NOT inspector_id = ANY (${people}::uuid[])
    ), people AS (INSERT INTO filing_inspector (filing_id, inspector_id)
      SELECT settled.id, inspector FROM settled, unnest(${people}::uuid[]) inspector ON CONFLICT DO NOTHING)`;
}

/**
 * Tells the territory and the enterprise's contacts anew: at another time, what they acknowledged before is worth nothing. `inside` are the
 * accounts of the people who come or came before, `outside` those of the territory and the contacts.
 */
export function toldSql({ standing, judged, touches }: Revised): Prisma.Sql {
  const isMoved = touches.includes('dates');
  const visited = { enterpriseId: standing.enterpriseId, territoryCode: judged.parts[0].refs.territoryCode };
  const people = judged.parts.flatMap((part) => part.refs.inspectorIds);
  return Prisma.sql`noticed AS (
      UPDATE territory_notice SET sent_at = now(), acknowledged_at = NULL, acknowledged_by_id = NULL, acknowledged_how = NULL, note = '', reminded_at = NULL
      FROM settled WHERE filing_id = settled.id AND ${isMoved}
    ), ${noticeSql(visited, isDue(judged.own.verdict))}, unread AS (UPDATE contact_notice SET read_at = NULL FROM settled WHERE filing_id = settled.id AND ${isMoved}
    ), outside AS (
      ${outsideSql(standing.id)} UNION SELECT user_id FROM contacts UNION
      SELECT id FROM user_account WHERE disabled_at IS NULL AND territory_code IN (SELECT territory_code FROM notice)
    ), inside AS (
      SELECT id FROM user_account WHERE inspector_id = ANY (${people}::uuid[])
        OR inspector_id IN (SELECT inspector_id FROM filing_inspector WHERE filing_id = ${standing.id}::uuid))`;
}
