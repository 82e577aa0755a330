import { differences, type VisitChoice } from '#domain/conduct/choice.ts';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { differenceWords } from '../labels.ts';
import type { ConductDesk, ConductLine } from '../queries/load-conduct.ts';
import type { ConductFilter } from '../schema.ts';
import { FunnelSection } from './funnel.tsx';
import { alertsHref, conductHref, visitsHref } from './hrefs.ts';

type Props = {
  readonly filter: ConductFilter;
  readonly desk: ConductDesk;
  /** Null for an agency, which sees no alerts. */
  readonly openAlerts: number | null;
};

const share = (part: number, whole: number) => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)}%`);

function Count({ line, filter, only, of }: { line: ConductLine; filter: ConductFilter; only: VisitChoice; of: number }) {
  const counts: Partial<Record<VisitChoice, number>> = {
    ...line.counts,
    filed: line.filed,
    entered: line.entered,
    exempted: line.exempted,
  };
  const n = counts[only] ?? 0;
  const href = visitsHref({ from: filter.from, to: filter.to, agency: line.agency, only });
  return (
    <>
      <a href={href}>{n}</a>
      {only === 'filed' ? null : (
        <span className="m">
          {share(n, of)} n＝{of}
        </span>
      )}
    </>
  );
}

function columnsOf(filter: ConductFilter): Column<ConductLine>[] {
  const counted = (only: VisitChoice, head: string, of: 'filed' | 'entered' | 'left'): Column<ConductLine> => ({
    ...{ key: only, head, num: true, stacked: head },
    cell: (line) => <Count line={line} filter={filter} only={only} of={line[of]} />,
  });
  const minutes = (line: ConductLine) =>
    line.minutes === null ? (
      '—'
    ) : (
      <>
        {line.minutesFiled} → {line.minutes} 分<span className="m">n＝{line.left}</span>
      </>
    );
  return [
    { key: 'agency', head: '单位', rowHead: true, nowrap: true, cell: ({ name }) => name },
    counted('filed', '备案', 'filed'),
    counted('entered', '入企', 'filed'),
    { key: 'minutes', head: '备案时长→实际', num: true, nowrap: true, stacked: '备案时长→实际', cell: minutes },
    ...differences.map((difference) => counted(difference, differenceWords[difference], difference === 'notShown' ? 'left' : 'entered')),
    counted('exempted', '例外情形', 'filed'),
  ];
}

function Period({ filter, desk }: { filter: ConductFilter; desk: ConductDesk }) {
  return (
    <FilterForm action="/conduct" clearHref={filter.from || filter.to ? '/conduct' : undefined}>
      <FilterText label="入企从" name="from" type="text" size={11} value={desk.span.from} />
      <FilterText label="到" name="to" type="text" size={11} value={desk.span.to} />
    </FilterForm>
  );
}

function Lines({ filter, desk }: { filter: ConductFilter; desk: ConductDesk }) {
  if (desk.lines.length === 0) return <EmptyState title="这段时间没有已开始的检查。" ways={[{ href: conductHref({}), label: '看今年' }]} />;
  return <DataTable label="备案与实际" look="dense rows" columns={columnsOf(filter)} rows={desk.lines} rowKey={({ agency }) => agency} />;
}

/** Filed against actual: the funnel, and each agency's line with n; every number leads to its rows. */
export function ConductPage({ filter, desk, openAlerts }: Props) {
  const ofOffice = openAlerts !== null;
  const hrefOf = (only: VisitChoice) =>
    only === 'rated' && !ofOffice ? undefined : visitsHref({ from: filter.from, to: filter.to, only });
  return (
    <>
      <PageHead title="入企监督" note={`${desk.span.from} 至 ${desk.span.to}　n 为该数的样本数`}>
        {ofOffice ? (
          <a className={buttonClass()} href={alertsHref({})}>
            提醒 {openAlerts} 条待处理
          </a>
        ) : null}
      </PageHead>
      <Period filter={filter} desk={desk} />
      <FunnelSection funnel={desk.funnel} hrefOf={hrefOf} />
      <Section title="备案与实际" end={`${desk.lines.length} 个单位`}>
        <Lines filter={filter} desk={desk} />
        <p className="hint">
          手机的时间只在备案与送达之间才采信，否则以服务器时间为准。超时按离企晚于备案时段的分钟数计算；没有出示，是离企时还没有出示过查验码或备案表。
        </p>
      </Section>
    </>
  );
}
