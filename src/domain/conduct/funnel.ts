/** The steps from the filed form to the rating, in order (design: interface.md). */
export const funnelSteps = ['filed', 'entered', 'shown', 'scanned', 'rated'] as const;
export type FunnelStep = (typeof funnelSteps)[number];
/** Visits that came so far; null where the reader may not know: live counts of ratings would tell, by their differences, who rated. */
export type Funnel = Readonly<Record<Exclude<FunnelStep, 'rated'>, number> & { rated: number | null }>;

export const funnelWords: Readonly<Record<FunnelStep, string>> = {
  filed: '备案',
  entered: '入企',
  shown: '出示查验码',
  scanned: '企业扫码',
  rated: '企业评价',
};

export type FunnelRow = {
  readonly step: FunnelStep;
  readonly count: number | null;
  /** Shares in per cent with one decimal; null where there is nothing to be a share of. */
  readonly ofFiled: number | null;
  readonly ofBefore: number | null;
};

const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.round((1000 * part) / whole) / 10;

/** Each step with its share of what was filed and of the step before. */
export function computeFunnel(funnel: Funnel): FunnelRow[] {
  return funnelSteps.map((step, index) => {
    const before = funnelSteps[index - 1];
    return {
      step,
      count: funnel[step],
      ofFiled: share(funnel[step], funnel.filed),
      ofBefore: before ? share(funnel[step], funnel[before]) : null,
    };
  });
}

/** How an agency's exemptions stand against the district's. */
export type Exempted = { readonly agency: string; readonly filings: number; readonly exempted: number };

/**
 * Agencies that claim exemptions far more often than the district as a whole: more than twice its share, on at least `smallest` filings (the
 * smallest cell that says anything, a policy value).
 */
export function findExemptionOutliers(rows: readonly Exempted[], smallest: number): Exempted[] {
  const [filings, exempted] = [rows.reduce((sum, row) => sum + row.filings, 0), rows.reduce((sum, row) => sum + row.exempted, 0)];
  return rows.filter((row) => row.filings >= smallest && row.exempted > 0 && row.exempted * filings > 2 * exempted * row.filings);
}
