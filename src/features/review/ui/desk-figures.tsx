import { sayDay } from '#domain/calendar/wording.ts';
import { computeVisitReduction } from '#domain/plan/figures.ts';
import { type Figure, Figures } from '#ui/figures.tsx';
import type { DeskView } from '../queries/load-desk.ts';
import type { HeatView } from '../queries/load-heat.ts';
import { count, deskHref } from './words.ts';

function sayReturned({ returned, today }: DeskView): string {
  const [first] = returned;
  if (!first) return '没有退回的行';
  const due = first.due ? `，${sayDay(first.due, today)}前` : '';
  return returned.length > 1 ? `${first.agency}等 ${returned.length} 个单位` : `${first.agency}${due}`;
}

function reviewFigures(desk: DeskView): Figure[] {
  const { year, figures, unreviewedAgencies } = desk;
  const unreviewed = `${unreviewedAgencies} 个单位`;
  return [
    {
      label: '未审',
      value: count(figures.unreviewedLines),
      unit: '行',
      href: deskHref(year, { status: 'unreviewed' }),
      base: unreviewed,
    },
    {
      label: '退回待改',
      value: count(figures.returnedLines),
      unit: '行',
      href: deskHref(year, { status: 'returned' }),
      base: sayReturned(desk),
    },
  ];
}

function planFigures({ year, figures }: DeskView): Figure[] {
  const { declaredLines, declaredVisits, plannedEntries, plannedVisits, returnedLines, mergedLines, joints } = figures;
  // An entry is a line kept alone or a joint of several; the link lists lines.
  const plannedLines = plannedEntries - joints + mergedLines;
  const share = `${(computeVisitReduction(figures) * 100).toFixed(1)}%`;
  return [
    {
      label: '申报',
      value: count(declaredLines),
      unit: '行',
      href: deskHref(year, returnedLines > 0 ? { status: 'declared' } : {}),
      base: `入企 ${count(declaredVisits)} 户次`,
    },
    {
      label: '现计划',
      value: count(plannedEntries),
      unit: '项',
      href: deskHref(year, { status: 'planned' }),
      base: `来自 ${count(plannedLines)} 行，入企 ${count(plannedVisits)} 户次`,
    },
    {
      label: '精简率',
      value: share,
      href: deskHref(year, { status: 'changed' }),
      base: declaredVisits === 0 ? '还没有申报' : `1 − ${count(plannedVisits)} ÷ ${count(declaredVisits)}`,
    },
  ];
}

/** What became of the year's declarations so far; every number leads to its rows. */
export function DeskFigures({ desk, heat }: { desk: DeskView; heat: HeatView }) {
  const over = heat.months.filter(({ balance }) => balance < 0);
  const months = over.map(({ month }) => `${month} 月`).join('、');
  const capacity: Figure = {
    ...{ label: '超容量月份', value: String(over.length), unit: '个', href: '#heat' },
    base: over.length > 0 ? months : '每月都容得下',
  };
  return <Figures items={[...planFigures(desk), ...reviewFigures(desk), capacity]} />;
}
