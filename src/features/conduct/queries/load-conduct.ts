import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { type Difference, differences, isChosen } from '#domain/conduct/choice.ts';
import { type Funnel, funnelSteps } from '#domain/conduct/funnel.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import { Prisma } from '#platform/db.ts';
import { type ConductFilter, rowsOnPage } from '../schema.ts';
import { type ConductScope, loadParts, type PartRow, partsWithin, type Span, visitsWithin } from './load-parts.ts';

/** One agency's line: how many parts it filed and entered, minutes filed and spent, and how often it differed from its forms. */
export type ConductLine = {
  readonly agency: string;
  readonly name: string;
  readonly filed: number;
  readonly entered: number;
  readonly left: number;
  /** Means over the parts that were left; null where there is none. */
  readonly minutesFiled: number | null;
  readonly minutes: number | null;
  readonly counts: Readonly<Record<Difference, number>>;
  readonly exempted: number;
};

export type ConductDesk = {
  readonly span: Span;
  readonly today: Day;
  readonly funnel: Funnel;
  readonly lines: readonly ConductLine[];
};

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

function lineOf(rows: readonly PartRow[]): ConductLine {
  const [first] = rows;
  const left = rows.filter(({ metered }) => metered.minutes !== null);
  const count = (difference: Difference) => rows.filter((row) => isChosen(row, difference)).length;
  return {
    ...{ agency: first?.agency ?? '', name: first?.agencyName ?? '', filed: rows.length, left: left.length },
    entered: rows.filter(({ checkedInAt }) => checkedInAt !== null).length,
    minutesFiled: mean(left.map(({ metered }) => metered.minutesFiled)),
    minutes: mean(left.map(({ metered }) => metered.minutes ?? 0)),
    counts: Object.fromEntries(differences.map((difference) => [difference, count(difference)])) as Record<Difference, number>,
    exempted: rows.filter(({ isExempted }) => isExempted).length,
  };
}

/** Visits, not parts: a joint visit counts once, and a step of it once any of its agencies has done it. How many rated is told to the office alone. */
function funnelOf({ kind }: ConductScope, rows: readonly PartRow[]): Funnel {
  const visits = (step: (typeof funnelSteps)[number]) =>
    new Set(rows.filter((row) => isChosen(row, step)).map(({ filingId }) => filingId)).size;
  const counts = Object.fromEntries(funnelSteps.map((step) => [step, visits(step)])) as Funnel;
  return kind === 'office' ? counts : { ...counts, rated: null };
}

function spanOf({ from, to }: ConductFilter, today: Day): Span {
  return { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today };
}

async function loadRows(scope: ConductScope, filter: ConductFilter) {
  const clock = await loadClock(scope.districtCode);
  const span = spanOf(filter, clock.today);
  const where = Prisma.sql`${partsWithin(scope)} AND ${visitsWithin(span)}`;
  return { clock, span, rows: await loadParts(where, { overtimeMinutes: clock.valueOf('visit').overtimeMinutes }) };
}

/** Filed versus actual of a district's agencies, or of one's own, with the funnel of the same visits. */
export async function loadConduct(scope: ConductScope, filter: ConductFilter): Promise<ConductDesk> {
  const { clock, span, rows } = await loadRows(scope, filter);
  const agencies = [...new Set(rows.map(({ agency }) => agency))];
  const lines = agencies
    .map((agency) => lineOf(rows.filter((row) => row.agency === agency)))
    .sort((one, other) => other.entered - one.entered);
  return { span, today: clock.today, funnel: funnelOf(scope, rows), lines };
}

export type VisitPage = {
  readonly span: Span;
  readonly now: Date;
  readonly rows: readonly PartRow[];
  readonly found: number;
  readonly pages: number;
};

/** The rows behind a number. Who rated is the office's alone to see. */
export async function loadVisits(scope: ConductScope, filter: ConductFilter): Promise<VisitPage> {
  const { clock, span, rows } = await loadRows(scope, filter);
  const only = filter.only === 'rated' && scope.kind !== 'office' ? 'filed' : (filter.only ?? 'filed');
  const chosen = rows.filter((row) => isChosen(row, only) && (!filter.agency || row.agency === filter.agency));
  const from = (filter.page - 1) * rowsOnPage;
  const pages = Math.max(1, Math.ceil(chosen.length / rowsOnPage));
  const shown = chosen.slice(from, from + rowsOnPage).map((row) => (scope.kind === 'office' ? row : { ...row, isRated: false }));
  return { span, now: clock.now, rows: shown, found: chosen.length, pages };
}
