import { findDivision, proposeDivisions } from '#domain/enterprise/industry.ts';
import { normaliseCode, normaliseName, textKey } from '#domain/enterprise/normal-text.ts';
import { type CellRead, readText, readWord, readYes, refused, taken } from './cell.ts';
import type { Fault, RowRead } from './decide-fates.ts';
import { type EnterpriseField, type EnterpriseValues, riskWritings, sizeWritings, statusWritings } from './enterprise-fields.ts';
import { readUscc } from './read-uscc.ts';

/** A street, a town or a park of the district. */
export type KnownTerritory = { readonly code: string; readonly name: string; readonly kind: 'street' | 'town' | 'park' };

function closest(key: string, places: readonly KnownTerritory[]): string | undefined {
  const shared = (name: string) =>
    [...new Set(key)].filter((character) => !'街道镇乡区县'.includes(character) && name.includes(character)).length;
  const scored = places.map(({ name }) => ({ name, score: shared(name) })).sort((one, other) => other.score - one.score);
  return scored[0] && scored[0].score > 0 ? scored[0].name : undefined;
}

/** A street or town by its code or name, also where the district's name stands before it or 办事处 after it. */
export function readTerritory(text: string, territories: readonly KnownTerritory[]): CellRead<string> {
  const key = textKey(text);
  const places = territories.filter(({ kind }) => kind !== 'park');
  const whole = places.find(({ code, name }) => code === text || textKey(name) === key);
  if (whole) return taken(whole.code);
  const within = places.filter(
    ({ name }) => key.includes(textKey(name)) || (key.length >= 2 && textKey(name).replace(/街道$|镇$|乡$/, '') === key),
  );
  const [only, another] = within;
  if (only && !another) return taken(only.code);
  if (territories.some(({ kind, name }) => kind === 'park' && key.includes(textKey(name))))
    return refused(`“${text}”是园区：属地写所在街道或镇，“在园区”写“是”`);
  return refused(`本区县没有属地“${text}”`, closest(key, places));
}

function readIndustry(text: string): CellRead<string> {
  const code = findDivision(text);
  return code === null ? refused(`“${text}”不是国民经济行业大类的名称或代码`, proposeDivisions(text)[0]) : taken(code);
}

function readPhone(text: string): CellRead<string> {
  return /^[\d+() -]{5,24}$/.test(text) ? taken(text) : refused(`“${text}”不是电话号码`);
}

type Readers = { readonly [Field in EnterpriseField]: (text: string) => CellRead<EnterpriseValues[Field]> };

function readersOf(territories: readonly KnownTerritory[]): Readers {
  return {
    uscc: readUscc,
    name: (text) => readText(normaliseName(text), 100),
    territory: (text) => readTerritory(text, territories),
    inPark: readYes,
    industry: readIndustry,
    size: (text) => readWord(text, sizeWritings),
    risk: (text) => readWord(text, riskWritings),
    keyEnterprise: readYes,
    undisturbed: readYes,
    address: (text) => readText(text, 200),
    contactName: (text) => readText(text, 40),
    contactPhone: readPhone,
    status: (text) => readWord(text, statusWritings),
  };
}

/** Texts that say nothing: an empty cell, and a number that an export has masked. */
const isSilent = (text: string | undefined): text is undefined => text === undefined || text === '' || text.includes('****');

/** Understands the cells of an enterprise's row. */
export function readEnterprise(
  cells: Readonly<Partial<Record<EnterpriseField, string>>>,
  territories: readonly KnownTerritory[],
): RowRead<EnterpriseField, EnterpriseValues> {
  const values: Record<string, unknown> = {};
  const faults: Fault<EnterpriseField>[] = [];
  for (const [field, read] of Object.entries(readersOf(territories)) as [EnterpriseField, (text: string) => CellRead<unknown>][]) {
    const text = cells[field];
    if (isSilent(text)) continue;
    const cell = read(text);
    if (cell.ok) values[field] = cell.value;
    else faults.push({ field, say: cell.say, proposal: cell.proposal });
  }
  if (isSilent(cells.uscc)) faults.unshift({ field: 'uscc', say: '没有填写统一社会信用代码' });
  const key = faults.some(({ field }) => field === 'uscc') ? '' : normaliseCode(cells.uscc ?? '');
  return { key, name: normaliseName(cells.name ?? ''), values: values as Partial<EnterpriseValues>, faults };
}
