import { normaliseCode, normaliseName, normaliseText, textKey } from '#domain/enterprise/normal-text.ts';
import { type CellRead, readDay, readText, readWord, refused, taken } from './cell.ts';
import type { Fault, Known, RegisterRules, RowRead } from './decide-fates.ts';
import { credentialWritings, type InspectorField, type InspectorValues, inspectorFields, inspectorNeeds } from './inspector-fields.ts';

/** A range of competence of the agency, with the names of its matters. */
export type KnownRange = { readonly group: string; readonly matters: readonly string[] };
/** An inspector of the agency as the register holds him. */
export type KnownInspector = { readonly id: string; readonly values: InspectorValues };
/** What a sheet of inspectors is read against: the agency's own people, its ranges, and numbers that other agencies' people carry. */
export type InspectorRegister = {
  readonly people: readonly KnownInspector[];
  readonly ranges: readonly KnownRange[];
  readonly elsewhere: ReadonlySet<string>;
};
export type InspectorRules = RegisterRules<InspectorField, InspectorValues>;

const words = Object.fromEntries(inspectorFields.map(({ field, heading }) => [field, heading])) as Record<InspectorField, string>;

function readGroups(text: string, ranges: readonly KnownRange[]): CellRead<readonly string[]> {
  const found: string[] = [];
  for (const part of text
    .split(/[、,;|\n]+/)
    .map(normaliseText)
    .filter(Boolean)) {
    const range = ranges.find(
      ({ group, matters }) => group === part.toLowerCase() || matters.some((name) => textKey(name) === textKey(part)),
    );
    if (!range) return refused(`本单位没有执法范围“${part}”`, ranges[0]?.group);
    found.push(range.group);
  }
  return taken([...new Set(found)].sort());
}

function readNumber(text: string, elsewhere: ReadonlySet<string>): CellRead<string> {
  const number = normaliseCode(text);
  const dashed = normaliseText(text).replace(/\s/g, '').toUpperCase();
  if (number.length < 4 || dashed.length > 40) return refused(`“${text}”不是执法证号`);
  return elsewhere.has(number) ? refused('这个执法证号已登记在其他单位') : taken(dashed);
}

type Readers = { readonly [Field in InspectorField]: (text: string) => CellRead<InspectorValues[Field]> };

const readersOf = ({ ranges, elsewhere }: InspectorRegister): Readers => ({
  name: (text) => readText(normaliseName(text), 40),
  credentialNo: (text) => readNumber(text, elsewhere),
  credentialKind: (text) => readWord(text, credentialWritings),
  validFrom: readDay,
  validTo: readDay,
  groups: (text) => readGroups(text, ranges),
});

/** People without a credential are told apart by their name within the agency. */
const keyOf = (number: string | null | undefined, name: string) => (number ? normaliseCode(number) : name === '' ? '' : `无证 ${name}`);

/** Understands the cells of an inspector's row. */
export function readInspector(
  cells: Readonly<Partial<Record<InspectorField, string>>>,
  register: InspectorRegister,
): RowRead<InspectorField, InspectorValues> {
  const values: Record<string, unknown> = {};
  const faults: Fault<InspectorField>[] = [];
  for (const [field, read] of Object.entries(readersOf(register)) as [InspectorField, (text: string) => CellRead<unknown>][]) {
    const text = cells[field];
    if (text === undefined || text === '') continue;
    const cell = read(text);
    if (cell.ok) values[field] = cell.value;
    else faults.push({ field, say: cell.say, proposal: cell.proposal });
  }
  const name = normaliseName(cells.name ?? '');
  const key = faults.some(({ field }) => field === 'credentialNo') ? '' : keyOf(cells.credentialNo, name);
  return { key, name, values: values as Partial<InspectorValues>, faults };
}

/** A credential is whole or not there: number, kind and days together, in order. */
function judge({ credentialNo, credentialKind, validFrom, validTo }: InspectorValues): Fault<InspectorField> | null {
  if (credentialKind === 'none' && credentialNo)
    return { field: 'credentialKind', say: '有执法证号，证件类型不能是无证', proposal: '统一执法证' };
  if (credentialKind !== 'none' && !credentialNo) return { field: 'credentialNo', say: '没有填写执法证号；辅助人员的证件类型写“无证”' };
  if (credentialKind !== 'none' && !validTo) return { field: 'validTo', say: '没有填写有效期止' };
  if (credentialKind === 'none' && (validFrom || validTo)) return { field: 'validTo', say: '无证人员没有有效期' };
  return validFrom && validTo && validFrom > validTo ? { field: 'validTo', say: `有效期止 ${validTo} 早于有效期起 ${validFrom}` } : null;
}

function makeSuspect(people: readonly KnownInspector[]): InspectorRules['suspect'] {
  const byName = new Map(people.map(({ values }) => [textKey(values.name), '名录中']));
  return ({ name }, row) => {
    const where = byName.get(textKey(name));
    byName.set(textKey(name), `第 ${row} 行`);
    return where ? `${where}有同名人员，执法证号不同` : null;
  };
}

function sayValue(field: InspectorField, value: unknown): string {
  if (field === 'credentialKind') return credentialWritings[value as InspectorValues['credentialKind']]?.[0] ?? '空';
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : '空';
  return value ? String(value) : '空';
}

/** How a sheet of inspectors is understood against the agency's own. */
export function inspectorRules(register: InspectorRegister): InspectorRules {
  const known = new Map<string, Known<InspectorValues>>(
    register.people.map(({ id, values }) => [keyOf(values.credentialNo, values.name), { id, values, closed: null }]),
  );
  return {
    read: (cells) => readInspector(cells, register),
    find: (key) => known.get(key) ?? null,
    keyField: 'credentialNo',
    needed: inspectorNeeds,
    blank: { credentialNo: null, validFrom: null, validTo: null },
    judge,
    suspect: makeSuspect(register.people),
    words,
    sayValue,
  };
}
