import { computeFunnel, type Funnel, type FunnelRow, type FunnelStep, funnelWords } from '#domain/conduct/funnel.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/section.tsx';
import { TableScroll } from '#ui/table-scroll.tsx';

interface FunnelProps {
  funnel: Funnel;
  /** Whose it is, where a page shows several. */
  of?: string | undefined;
  /** The rows behind a step; without it the numbers are no links. */
  hrefOf?: ((step: FunnelStep) => string | undefined) | undefined;
}

/** A step whose number may be told. */
type Counted = FunnelRow & { readonly count: number };
const isTold = (row: FunnelRow): row is Counted => row.count !== null;

const wide = 560;
const say = (share: number | null) => (share === null ? '—' : `${share.toFixed(1)}%`);

function Bar({ row, index, filed }: { row: Counted; index: number; filed: number }) {
  const width = filed === 0 ? 0 : Math.round((wide * row.count) / filed);
  const y = index * 42;
  const isLast = row.step === 'rated';
  return (
    <>
      <text x="0" y={y + 22} className="v">
        {funnelWords[row.step]}
      </text>
      <rect x="100" y={y + 4} width={width} height="28" className={isLast ? 'full' : 'pale'} />
      <text x={width > 60 ? 110 : 106 + width} y={y + 23} className={isLast && width > 60 ? 'in' : 'v'}>
        {row.count}
      </text>
      {width > 60 && index > 0 ? (
        <text x={106 + width} y={y + 23}>
          {say(row.ofFiled)}
        </text>
      ) : null}
    </>
  );
}

function FunnelChart({ rows, filed, of }: { rows: readonly Counted[]; filed: number; of: string }) {
  return (
    <TableScroll label={`${of}漏斗图`}>
      <svg className="chart" viewBox={`0 0 740 ${rows.length * 42}`} role="img" aria-label={`${of}从备案到评价，各级件数见旁边的表`}>
        {rows.map((row, index) => (
          <Bar key={row.step} row={row} index={index} filed={filed} />
        ))}
      </svg>
    </TableScroll>
  );
}

function columnsOf({ hrefOf }: FunnelProps): Column<FunnelRow>[] {
  const count = ({ step, count: n }: FunnelRow) => {
    if (n === null) return '按月公布';
    const href = hrefOf?.(step);
    return href ? <a href={href}>{n}</a> : n;
  };
  const share = (of: 'ofFiled' | 'ofBefore') => (row: FunnelRow) => say(row[of]);
  return [
    { key: 'step', head: '环节', rowHead: true, cell: ({ step }) => funnelWords[step] },
    { key: 'count', head: '件次', num: true, cell: count },
    { key: 'ofFiled', head: '占备案', num: true, cell: share('ofFiled') },
    { key: 'ofBefore', head: '占上一级', num: true, cell: share('ofBefore') },
  ];
}

/** From filed to rated: the picture, and the table of the same figures beside it. */
export function FunnelSection(props: FunnelProps) {
  const rows = computeFunnel(props.funnel);
  const isKept = props.funnel.rated === null;
  return (
    <div className="g">
      <Section title={`${props.of ?? ''}从备案到评价`} end={`n＝${props.funnel.filed} 件`} className="c7">
        <FunnelChart rows={rows.filter(isTold)} filed={props.funnel.filed} of={props.of ?? ''} />
      </Section>
      <Section title={`${props.of ?? ''}各环节数据`} className="c5">
        <DataTable label={`${props.of ?? ''}各环节数据`} look="dense" columns={columnsOf(props)} rows={rows} rowKey={({ step }) => step} />
        <p className="hint">一次联合检查计一件。未评价不等于满意。{isKept ? '评价只按单位和月份公布，单位看不到是谁评的。' : null}</p>
      </Section>
    </div>
  );
}
