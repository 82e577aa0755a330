import 'server-only';
import type { DeclarationStanding, DeclarationStatus } from '#domain/declaration/lifecycle.ts';
import { isLineOpen, isOpenToFiler } from '#domain/declaration/lifecycle.ts';
import { computeDoorVisits, type DeclaredLine, doorForms } from '#domain/declaration/line.ts';
import { countOpenDays, daysIn, type OpenDays } from '#domain/declaration/open-days.ts';
import { monthsOf } from '#domain/declaration/period.ts';
import { computeCount } from '#domain/declaration/quantity.ts';
import type { LineOutcome } from '#domain/plan/review-step.ts';
import { loadYearRules } from '#features/review/queries/load-year-rules.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { blankFields, fieldsOfLine } from '../schema/line-fields.ts';
import type { Faults, LineFields } from '../schema/line-form.ts';
import type { AskedLine } from '../schema/line-query.ts';
import { gatherLine } from './gather-line.ts';
import { measurePools } from './measure-pools.ts';

export type Choice = { readonly value: string; readonly label: string };
export type MatterChoice = Choice & { readonly basis: string; readonly industries: readonly string[]; readonly form: string };

export type LineOptions = {
  readonly matters: readonly MatterChoice[];
  readonly territories: readonly Choice[];
  readonly agencies: readonly Choice[];
};

/** What a line comes to, as far as it can be read. */
export type Outlook = {
  readonly poolSize: number;
  readonly count: number;
  readonly doorVisits: number;
  readonly months: readonly number[];
  readonly maxPerYear: number;
  /** Null where nobody enters, or the matter may be checked on any day. */
  readonly openDays: OpenDays | null;
};

const matterChoicesSql = ({ districtCode, agencyCode }: AgencyScope) => Prisma.sql`
  SELECT code AS value, code || '　' || name AS label, '《' || basis_instrument || '》' || basis_article AS basis, form::text AS form,
    coalesce((SELECT json_agg(DISTINCT industry_name ORDER BY industry_name) FROM enterprise
      WHERE enterprise.district_code = matter.district_code AND industry = ANY (industries)), '[]') AS industries
  FROM matter WHERE district_code = ${districtCode} AND agency_kind = (SELECT kind FROM agency WHERE code = ${agencyCode})
    AND daterange(published_from, published_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY code`;

/** What a line's form offers to choose from: the agency's matters in force, the district's places, the other agencies. */
export async function loadLineOptions(scope: AgencyScope): Promise<LineOptions> {
  const { districtCode, agencyCode } = scope;
  const [matters, territories, agencies] = await Promise.all([
    db().$queryRaw<MatterChoice[]>(matterChoicesSql(scope)),
    db().territory.findMany({ where: { districtCode }, orderBy: { code: 'asc' }, select: { code: true, name: true } }),
    db().agency.findMany({
      where: { districtCode, kind: { not: null }, code: { not: agencyCode } },
      orderBy: { code: 'asc' },
      select: { code: true, shortName: true },
    }),
  ]);
  return {
    matters,
    territories: territories.map(({ code, name }) => ({ value: code, label: name })),
    agencies: agencies.map(({ code, shortName }) => ({ value: code, label: shortName })),
  };
}

/** Reads a form as the command would, and says what it comes to. */
async function previewLine(
  scope: AgencyScope,
  { fields, year }: { fields: LineFields; year: number },
): Promise<{ readonly faults: Faults } | { readonly outlook: Outlook }> {
  const gathered = await gatherLine(db(), scope, { fields, year });
  if ('faults' in gathered) return gathered;
  const { line, matter } = gathered;
  const [[poolSize = 0], { policy, calendar }] = await Promise.all([
    measurePools(scope.districtCode, [line.pool]),
    loadYearRules(scope.districtCode, year),
  ]);
  const count = computeCount(line.quantity, poolSize);
  const isBound = doorForms.includes(line.form) && !matter.specialField;
  const openDays = countOpenDays(daysIn(line.period, year), policy.values.quietDays.value.recurrences, calendar);
  return {
    outlook: {
      ...{ poolSize, count, maxPerYear: matter.maxPerYear, months: monthsOf(line.period) },
      doorVisits: computeDoorVisits(line.form, count),
      openDays: isBound ? openDays : null,
    },
  };
}

export type LineDesk = {
  readonly declaration: { readonly id: string; readonly year: number; readonly no: number };
  /** The line that is changed; null for a new one. */
  readonly line: { readonly id: string; readonly fields: LineFields; readonly reason: string } | null;
  readonly options: LineOptions;
};

const isFiler = ({ actor }: AgencyScope) => actor.type === 'user' && actor.role === 'agencyFiler';

type Place = { id: string; year: number; no: number; status: DeclarationStatus; approvedAt: Date | null };
const standingOf = ({ status, approvedAt }: Place): DeclarationStanding => ({ status, wasSentOn: approvedAt !== null });
const placeSelect = { id: true, year: true, no: true, status: true, approvedAt: true } as const;

/** The form of a new line in the agency's own open declaration; null where there is none. */
export async function loadNewLineDesk(scope: AgencyScope, id: string): Promise<LineDesk | null> {
  const where = { id, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  const declaration = isFiler(scope) ? await db().declaration.findFirst({ where, select: placeSelect }) : null;
  if (!declaration || !isOpenToFiler(standingOf(declaration))) return null;
  return { declaration, line: null, options: await loadLineOptions(scope) };
}

/** The form of a line that may still be changed; null where it may not. */
export async function loadLineDesk(scope: AgencyScope, id: string): Promise<LineDesk | null> {
  const where = { id, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  const row = await db().declarationLine.findFirst({
    where,
    include: { matter: { select: { code: true } }, declaration: { select: placeSelect } },
  });
  if (!row || !isFiler(scope) || !isLineOpen(standingOf(row.declaration), row.outcome as LineOutcome)) return null;
  const { matter, pool, quantity, period, declaredForm: form, ...words } = row;
  const line = { ...words, matter: matter.code, pool, quantity, period, form } as unknown as DeclaredLine;
  const { id: declarationId, year, no } = row.declaration;
  const declaration = { id: declarationId, year, no };
  return { declaration, line: { id, fields: fieldsOfLine(line), reason: row.reason }, options: await loadLineOptions(scope) };
}

/** The basis of the matter chosen, unless somebody wrote another one. */
function basisOf({ matter, basis }: LineFields, { matters }: LineOptions): string {
  const isOurs = basis === '' || matters.some((each) => each.basis === basis);
  return isOurs ? (matters.find(({ value }) => value === matter)?.basis ?? basis) : basis;
}

/** What a line's page shows: the form as asked, as stored or blank, and what it comes to where it can be said. */
export async function reckonLine(scope: AgencyScope, desk: LineDesk, asked: AskedLine | null) {
  const { year } = desk.declaration;
  const shown = asked?.fields ?? desk.line?.fields ?? blankFields();
  const fields = { ...shown, basis: basisOf(shown, desk.options) };
  if (asked && Object.keys(asked.faults).length > 0) return { fields, reckoned: { faults: asked.faults } };
  const isComplete = asked !== null || desk.line !== null;
  return { fields, reckoned: isComplete ? await previewLine(scope, { fields, year }) : null };
}
