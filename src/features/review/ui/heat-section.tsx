import { type HeatMonth, type HeatRow, sayBalance, sayOverMonths } from '#domain/plan/heat.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { TableScroll } from '#ui/table-scroll.tsx';
import type { HeatView } from '../queries/load-heat.ts';
import { count, deskHref } from './words.ts';

const legend = [
  { heat: 1, words: '少于 0.6' },
  { heat: 2, words: '0.6—2' },
  { heat: 3, words: '2—4' },
  { heat: 4, words: '4 以上' },
];

function AgencyRow({ row, name, year }: { row: HeatRow; name: string; year: number }) {
  const { agency, cells, total } = row;
  return (
    <tr>
      <th scope="row">
        <a href={deskHref(year, { agency })}>{name}</a>
      </th>
      {cells.map(({ month, visits, heat }) => (
        <td key={month} className={`h${heat}`}>
          {visits === 0 ? <span className="nil">0</span> : <a href={deskHref(year, { agency, month, status: 'planned' })}>{visits}</a>}
        </td>
      ))}
      <td>
        <b>{count(total)}</b>
      </td>
    </tr>
  );
}

function MonthRow({
  head,
  months,
  cell,
  total,
}: {
  head: string;
  months: readonly HeatMonth[];
  cell: (month: HeatMonth) => string;
  total: string;
}) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {months.map((month) => (
        <td key={month.month}>{cell(month)}</td>
      ))}
      <td>{total}</td>
    </tr>
  );
}

function BalanceRow({ months }: { months: readonly HeatMonth[] }) {
  return (
    <tr>
      <th scope="row">容量余缺</th>
      {months.map(({ month, balance }) => (
        <td key={month} className={balance < 0 ? 'over' : undefined}>
          {sayBalance(balance)}
        </td>
      ))}
      <td />
    </tr>
  );
}

function HeatTable({ heat, year }: { heat: HeatView; year: number }) {
  const { rows, months, names, total } = heat;
  const openDays = months.reduce((sum, month) => sum + month.openDays, 0);
  return (
    <TableScroll label="各单位各月入企户次">
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {months.map(({ month }) => (
              <th key={month} scope="col">
                {month} 月
              </th>
            ))}
            <th scope="col">全年</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AgencyRow key={row.agency} row={row} name={names.get(row.agency) ?? row.agency} year={year} />
          ))}
        </tbody>
        <tfoot>
          <MonthRow head="合计户次" months={months} cell={({ visits }) => count(visits)} total={count(total)} />
          <MonthRow head="可入企工作日" months={months} cell={(month) => String(month.openDays)} total={String(openDays)} />
          <BalanceRow months={months} />
        </tfoot>
      </table>
    </TableScroll>
  );
}

function Legend() {
  return (
    <div className="legend">
      <span>底色为每个可入企工作日的户次：</span>
      {legend.map(({ heat, words }) => (
        <span key={heat}>
          <span className={`swatch h${heat}`} /> {words}
        </span>
      ))}
    </div>
  );
}

/** Door visits agency by month against the days open to them; a joint entry counts once, for the agency that leads it. */
export function HeatSection({ heat, year }: { heat: HeatView; year: number }) {
  const over = sayOverMonths(heat.months);
  return (
    <Section
      title="各单位各月入企户次，对照可入企工作日"
      id="heat"
      className="c12"
      end={
        <>
          容量按每个可入企工作日全区 {heat.visitsPerOpenDay} 户计　<a href="/rules">见规则</a>
        </>
      }
    >
      {heat.rows.length > 0 ? <HeatTable heat={heat} year={year} /> : <EmptyState title="还没有单位报来，没有可以排的户次。" />}
      <Legend />
      <p className="hint mt-3">
        联合检查只计一次，记在牵头单位。{heat.provisional ? `${year} 年的放假通知还没有公布，工作日暂按法定节日和周末推算。` : ''}
      </p>
      <ul className="over-months">
        {over.map((sentence) => (
          <li key={sentence}>
            <Status look="warn">{sentence}</Status>
          </li>
        ))}
      </ul>
    </Section>
  );
}
