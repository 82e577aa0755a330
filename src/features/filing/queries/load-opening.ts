import 'server-only';
import { isLawful, movedTo } from '#domain/inspection/fixes/lawful.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import { firstOpenDays, type VisitWindow } from '#domain/inspection/open-visit-days.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { requestOfDraft } from '../schema/draft-request.ts';
import { type DraftBody, type DraftStart, draftBody } from '../schema.ts';
import { drawnVisitsSql, officersSql, partsSql } from './drawn-visits-sql.ts';
import { gatherEntryFacts } from './gather-entry-facts.ts';
import { loadVisitClock } from './load-visit-clock.ts';

type Drawn = VisitWindow & {
  readonly no: string;
  readonly kind: InspectionKind;
  readonly form: InspectionForm;
  readonly matters: string[];
  readonly agencies: string[];
  readonly inspectors: string[];
};

type Opened = { readonly opening: Partial<DraftBody>; readonly drawn: Drawn; readonly uscc: string };

/** The outcome named, or the first of this enterprise; of a joint visit only for its lead. */
const drawnSql = (scope: AgencyScope, { enterprise, outcome }: DraftStart) => Prisma.sql`
  SELECT entry.no, entry.kind::text AS kind, entry.form::text AS form, key_enterprise AS "keyEnterprise", in_park AS "inPark",
    (SELECT max(due.from_day)::text FROM ${partsSql}) AS "fromDay", (SELECT min(due.to_day)::text FROM ${partsSql}) AS "toDay",
    NOT EXISTS (SELECT FROM plan_entry_matter JOIN matter ON matter.id = matter_id
      WHERE NOT special_field AND plan_entry_id IN (SELECT due.id FROM ${partsSql})) AS "specialField",
    ARRAY(SELECT DISTINCT code FROM plan_entry_matter JOIN matter ON matter.id = matter_id
      WHERE plan_entry_id IN (SELECT due.id FROM ${partsSql}) ORDER BY code) AS matters,
    ARRAY(SELECT DISTINCT agency_code FROM plan_entry_agency
      WHERE agency_code <> ${scope.agencyCode} AND plan_entry_id IN (SELECT due.id FROM ${partsSql}) ORDER BY agency_code) AS agencies,
    ARRAY(SELECT credential_no FROM ${officersSql} GROUP BY credential_no
      ORDER BY min(CASE WHEN part.id = outcome.id THEN 0 ELSE 1 END), min(assignment.position), credential_no) AS inspectors
  FROM ${drawnVisitsSql(scope)}
  WHERE outcome.enterprise_id = ${enterprise}::uuid AND (${outcome ?? null}::uuid IS NULL OR outcome.id = ${outcome ?? null}::uuid)
    AND NOT EXISTS (SELECT FROM joint_visit WHERE id = outcome.joint_visit_id AND lead_agency_code <> ${scope.agencyCode})
  ORDER BY entry.from_day, entry.no LIMIT 1`;

/** How many days are tried before the first open one is taken as it is. */
const tried = 60;

/** The form with the first day on which the visit would be lawful; where none is, the first open one, or the month of its period. */
async function withFirstDay(tx: Tx, scope: AgencyScope, { opening, drawn, uscc }: Opened): Promise<Partial<DraftBody>> {
  const clock = await loadVisitClock(tx, scope.districtCode);
  const days = firstOpenDays(clock, drawn, tried);
  const on = (day: string) => ({ ...opening, day, month: day.slice(0, 7) });
  const [first] = days;
  if (first === undefined) return { ...opening, month: drawn.fromDay.slice(0, 7) };
  const requests = days.flatMap((day) => {
    const known = { enterprise: uscc, agency: scope.agencyCode, approval: 'pending' } as const;
    const request = requestOfDraft(draftBody.parse(on(day)), known);
    return request ? [{ day, request }] : [];
  });
  const [one] = requests;
  const gathered = one && (await gatherEntryFacts(tx, scope, one));
  const found = gathered && requests.find(({ request }) => isLawful(movedTo(gathered.facts, request), new Set()));
  return on(found?.day ?? first);
}

/**
 * What a new form starts with: the draw's entry, matters, agencies and inspectors, when this enterprise was drawn for this agency; a
 * form opened for an outcome also has its first lawful day. Null: no such enterprise, or an outcome that is not this agency's to file.
 */
export async function loadOpening(tx: Tx, scope: AgencyScope, start: DraftStart): Promise<Partial<DraftBody> | null> {
  const where = { id: start.enterprise, districtCode: scope.districtCode };
  const enterprise = await tx.enterprise.findFirst({ where, select: { uscc: true } });
  if (!enterprise) return null;
  const usual = { startTime: '09:00', endTime: '11:30', form: 'onsite' };
  const [drawn] = await tx.$queryRaw<Drawn[]>(drawnSql(scope, start));
  if (!drawn) return start.outcome ? null : usual;
  const { kind, form, no, matters, inspectors, agencies } = drawn;
  const opening = { ...usual, kind, form, planEntry: no, matters, inspectors, coAgencies: agencies };
  return start.outcome ? withFirstDay(tx, scope, { opening, drawn, uscc: enterprise.uscc }) : opening;
}
