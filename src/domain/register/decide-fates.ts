import type { Fate } from './fate.ts';
import type { CellRow } from './table.ts';

/** A fault of one cell: whose, what is wrong, what could stand there. */
export type Fault<Field extends string> = { readonly field: Field; readonly say: string; readonly proposal?: string | undefined };

/** A row's cells understood: what it is found by, and the values of its filled cells. */
export type RowRead<Field extends string, Values> = {
  readonly key: string;
  readonly name: string;
  readonly values: Partial<Values>;
  readonly faults: readonly Fault<Field>[];
};

/** A row of the register: `closed` says why it is not to be changed. */
export type Known<Values> = { readonly id: string; readonly values: Values; readonly closed: string | null };

/** What tells one register from another. */
export type RegisterRules<Field extends string, Values extends object> = {
  readonly read: (cells: CellRow<Field>['cells']) => RowRead<Field, Values>;
  readonly find: (key: string) => Known<Values> | null;
  /** The field that a row is found by. */
  readonly keyField: Field & keyof Values;
  /** What a row that is new has to say. */
  readonly needed: readonly (Field & keyof Values)[];
  readonly blank: Partial<Values>;
  /** What contradicts itself in a row as it would stand. */
  readonly judge: (values: Values) => Fault<Field> | null;
  /** Why a new row may be one that is there already, under another key: in the register or in an earlier row, which it keeps in mind. */
  readonly suspect: (values: Values, row: number) => string | null;
  readonly words: Readonly<Record<Field, string>>;
  readonly sayValue: (field: keyof Values, value: unknown) => string;
};

/** A row with its fate. `after`: as it stands once it is imported; `before`: as it stood. */
export type RowFate<Field extends string, Values> = {
  readonly row: number;
  readonly fate: Fate;
  readonly key: string;
  readonly name: string;
  readonly say: string;
  /** The cell that a correction belongs to, with a text that would be read. */
  readonly fault: Fault<Field> | null;
  readonly before: Known<Values> | null;
  readonly after: Values | null;
};

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function sayChanges<Field extends string, Values extends object>(
  before: Values,
  after: Values,
  rules: RegisterRules<Field, Values>,
): string {
  const fields = (Object.keys(rules.words) as (keyof Values)[]).filter((field) => !isSame(before[field], after[field]));
  const word = (field: keyof Values) => rules.words[field as unknown as Field] ?? String(field);
  return fields
    .map((field) => `${word(field)}：${rules.sayValue(field, before[field])} → ${rules.sayValue(field, after[field])}`)
    .join('；');
}

type Place<Field extends string, Values> = {
  readonly row: number;
  readonly reading: RowRead<Field, Values>;
  readonly known: Known<Values> | null;
};

function refuse<Field extends string, Values>(
  { row, reading, known }: Place<Field, Values>,
  faults: readonly Fault<Field>[],
): RowFate<Field, Values> {
  const { key, name } = reading;
  const say = faults.map((fault) => fault.say).join('；');
  return { row, key, name: name || '', fate: 'refused', say, fault: faults[0] ?? null, before: known, after: null };
}

function missingIn<Field extends string, Values extends object>(
  { reading, known }: Place<Field, Values>,
  { needed, words }: RegisterRules<Field, Values>,
): Fault<Field>[] {
  if (known) return [];
  const missing = needed.filter((field) => reading.values[field] === undefined && !reading.faults.some((fault) => fault.field === field));
  const [first] = missing;
  return first === undefined ? [] : [{ field: first, say: `缺少${missing.map((field) => words[field]).join('、')}` }];
}

/** A row as it would stand. What it is found by keeps the writing that stands in the register: others refer to it by that. */
function joinValues<Field extends string, Values extends object>(
  { reading, known }: Place<Field, Values>,
  { blank, keyField }: RegisterRules<Field, Values>,
): Values {
  const kept = known ? { [keyField]: known.values[keyField] } : {};
  return { ...blank, ...known?.values, ...reading.values, ...kept } as Values;
}

function settle<Field extends string, Values extends object>(
  place: Place<Field, Values>,
  rules: RegisterRules<Field, Values>,
): RowFate<Field, Values> {
  const { row, reading, known } = place;
  const after = joinValues(place, rules);
  const odd = rules.judge(after);
  if (odd) return refuse(place, [odd]);
  const settled = {
    row,
    key: reading.key,
    name: reading.name || String((after as { name?: string }).name ?? ''),
    fault: null,
    before: known,
    after,
  };
  if (known) {
    const say = sayChanges(known.values, after, rules);
    return { ...settled, fate: say === '' ? 'unchanged' : 'changed', say };
  }
  const suspicion = rules.suspect(after, row);
  return suspicion === null ? { ...settled, fate: 'added', say: '' } : { ...settled, fate: 'sameName', say: suspicion };
}

function closedFault<Field extends string, Values>(known: Known<Values> | null, field: Field): Fault<Field>[] {
  return known?.closed ? [{ field, say: known.closed }] : [];
}

/** Gives every row its fate, in the sheet's order: a key that stood in an earlier row that was taken is a repetition of it. */
export function decideFates<Field extends string, Values extends object>(
  rows: readonly CellRow<Field>[],
  rules: RegisterRules<Field, Values>,
): RowFate<Field, Values>[] {
  const first = new Map<string, number>();
  return rows.map(({ row, cells }) => {
    const reading = rules.read(cells);
    const place = { row, reading, known: reading.key === '' ? null : rules.find(reading.key) };
    const repeats = reading.key === '' ? undefined : first.get(reading.key);
    if (repeats !== undefined) {
      const { key, name } = reading;
      return {
        row,
        key,
        name,
        fate: 'repeated',
        say: `与第 ${repeats} 行重复，以第 ${repeats} 行为准`,
        fault: null,
        before: place.known,
        after: null,
      };
    }
    const faults = [...reading.faults, ...missingIn(place, rules), ...closedFault(place.known, rules.keyField)];
    const settled = faults.length > 0 ? refuse(place, faults) : settle(place, rules);
    if (settled.after && reading.key !== '') first.set(reading.key, row);
    return settled;
  });
}
