interface VisitsChartProps {
  before: number;
  after: number;
  bound: number;
  /** What the lower bound is, behind its figure. */
  boundWords?: string | undefined;
}

const width = 384;

/** Door visits before and after as two bars, and the least that could be reached as a line across them. */
export function VisitsChart({ before, after, bound, boundWords }: VisitsChartProps) {
  const scale = (visits: number) => Math.round((width * visits) / Math.max(1, before));
  const limit = scale(bound);
  const anchor = limit < width / 3 ? 'start' : limit > (width * 2) / 3 ? 'end' : 'middle';
  const isNarrow = scale(after) < 90;
  return (
    <svg className="chart" viewBox="0 0 400 92" role="img" aria-label={`合并前 ${before} 户次，合并后 ${after} 户次，下限 ${bound} 户次`}>
      <rect y="2" width={width} height="22" className="pale" />
      <text x="8" y="18" className="v">
        合并前 {before}
      </text>
      <rect y="30" width={scale(after)} height="22" className="full" />
      <text x={isNarrow ? scale(after) + 8 : 8} y="46" className={isNarrow ? 'v' : 'in'}>
        合并后 {after}
      </text>
      <path d={`M${limit} 26V62`} className="limit" />
      <text x={limit} y="78" textAnchor={anchor}>
        下限 {bound}
        {boundWords ? `：${boundWords}` : ''}
      </text>
    </svg>
  );
}
