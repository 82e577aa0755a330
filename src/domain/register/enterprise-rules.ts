import { industryName } from '#domain/enterprise/industry.ts';
import { differsByOne, textKey } from '#domain/enterprise/normal-text.ts';
import type { Known, RegisterRules } from './decide-fates.ts';
import {
  type EnterpriseField,
  type EnterpriseValues,
  enterpriseFields,
  enterpriseNeeds,
  riskWritings,
  sizeWritings,
  statusWritings,
} from './enterprise-fields.ts';
import { type KnownTerritory, readEnterprise } from './read-enterprise.ts';

/** An enterprise as the register holds it; `mergedInto` names the one that stands for it. */
export type KnownEnterprise = { readonly id: string; readonly values: EnterpriseValues; readonly mergedInto: string | null };
export type EnterpriseRules = RegisterRules<EnterpriseField, EnterpriseValues>;

const words = Object.fromEntries(enterpriseFields.map(({ field, heading }) => [field, heading])) as Record<EnterpriseField, string>;

/** A value in words: a code by what it is called. */
export function sayEnterpriseValue(field: EnterpriseField, value: unknown, territories: readonly KnownTerritory[]): string {
  const text = String(value ?? '');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field === 'territory') return territories.find(({ code }) => code === text)?.name ?? text;
  if (field === 'industry') return industryName(text);
  if (field === 'size') return sizeWritings[text as keyof typeof sizeWritings]?.[0] ?? text;
  if (field === 'risk') return text in riskWritings ? text : '空';
  if (field === 'status') return statusWritings[text as keyof typeof statusWritings]?.[0] ?? text;
  return text === '' ? '空' : text;
}

type Place = { readonly uscc: string; readonly name: string; readonly where: string };

function group(places: Map<string, Place[]>, key: string, place: Place): void {
  if (key === '') return;
  const list = places.get(key);
  if (list) list.push(place);
  else places.set(key, [place]);
}

/** Finds enterprises that are the same by name, or by address and all but one character of the code. */
function makeSuspect(register: readonly KnownEnterprise[]): EnterpriseRules['suspect'] {
  const [byName, byAddress] = [new Map<string, Place[]>(), new Map<string, Place[]>()];
  const keep = ({ uscc, name, address }: EnterpriseValues, where: string) => {
    group(byName, textKey(name), { uscc, name, where });
    group(byAddress, textKey(address), { uscc, name, where });
  };
  for (const { values, mergedInto } of register) if (mergedInto === null) keep(values, '名录中');
  return (values, row) => {
    const named = byName.get(textKey(values.name))?.[0];
    const beside = byAddress.get(textKey(values.address))?.find(({ uscc }) => differsByOne(uscc, values.uscc));
    keep(values, `第 ${row} 行`);
    if (named) return `${named.where}有同名企业，代码 ${named.uscc}`;
    return beside ? `${beside.where}的${beside.name}地址相同，代码 ${beside.uscc} 只差一位` : null;
  };
}

/** How a sheet of enterprises is understood against the district's register. */
export function enterpriseRules(register: readonly KnownEnterprise[], territories: readonly KnownTerritory[]): EnterpriseRules {
  const known = new Map<string, Known<EnterpriseValues>>(
    register.map(({ id, values, mergedInto }) => [
      values.uscc,
      { id, values, closed: mergedInto === null ? null : `这个代码的企业已并入“${mergedInto}”，请改那一条，或先撤回合并` },
    ]),
  );
  return {
    read: (cells) => readEnterprise(cells, territories),
    find: (key) => known.get(key) ?? null,
    keyField: 'uscc',
    needed: enterpriseNeeds,
    blank: { inPark: false, keyEnterprise: false, undisturbed: false, contactName: '', contactPhone: '', status: 'active' },
    judge: () => null,
    suspect: makeSuspect(register),
    words,
    sayValue: (field, value) => sayEnterpriseValue(field, value, territories),
  };
}
