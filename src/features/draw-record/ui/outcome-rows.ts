import type { PublicDraw } from '../queries/load-public-draw.ts';

export type OfficerName = { readonly name: string; readonly agency: string };
/** An enterprise in the order of an entry: drawn, or come up in another's place. */
export type OutcomeRow = {
  readonly position: number;
  readonly uscc: string;
  readonly name: string;
  readonly officers: readonly OfficerName[];
  /** Null where the result was only registered, or where it came up beyond what the result keeps. */
  readonly key: string | null;
  readonly replaced: Outcome | null;
  /** Not among the drawn ones: it came up later. */
  readonly isNext: boolean;
};
type Outcome = PublicDraw['draw']['outcomes'][number];

const officersOf = ({ assignments }: Outcome): OfficerName[] =>
  assignments.map(({ inspector }) => ({ name: inspector.name, agency: inspector.agency.shortName }));

function rowOf(outcome: Outcome, more: Pick<OutcomeRow, 'key' | 'isNext'>): OutcomeRow {
  const { position, enterprise, replacedAt } = outcome;
  return { position, ...enterprise, officers: officersOf(outcome), replaced: replacedAt ? outcome : null, ...more };
}

/** What came of an entry, in order: from the published rows; of a draw that was void before it was published, from its result. */
export function outcomeRows({ draw, result, names }: PublicDraw, entry: PublicDraw['draw']['entries'][number]): OutcomeRow[] {
  const own = result?.outcomes[entry.position];
  const placed = draw.outcomes.filter(({ planEntryId }) => planEntryId === entry.planEntryId);
  const targets = own?.targets ?? [];
  if (placed.length > 0) {
    const keys = new Map([...targets, ...(own?.reserves ?? [])].map(({ id, key }) => [id, key]));
    return placed.map((outcome) =>
      rowOf(outcome, { key: keys.get(outcome.enterprise.uscc) ?? null, isNext: own !== undefined && outcome.position > targets.length }),
    );
  }
  return targets.map(({ id, key, officers }, index) => ({
    ...{ position: index + 1, uscc: id, name: names.enterprises[id] ?? id, key, replaced: null, isNext: false },
    officers: officers.map((officer) => names.officers[officer] ?? { name: officer, agency: '' }),
  }));
}
