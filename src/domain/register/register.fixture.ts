import type { EnterpriseField, EnterpriseValues } from './enterprise-fields.ts';
import type { KnownEnterprise } from './enterprise-rules.ts';
import type { KnownTerritory } from './read-enterprise.ts';

export const territories: readonly KnownTerritory[] = [
  { code: '431103001', name: '梅湾街道', kind: 'street' },
  { code: '431103101', name: '花桥街镇', kind: 'town' },
  { code: '431103-park-1', name: '冷水滩高科园', kind: 'park' },
];

/** Codes with their right check character. */
export const codes = ['91431103MA9000001T', '91431103MA9000002R'] as const;

/** The cells of a whole row. */
export function cellsOf(change: Partial<Record<EnterpriseField, string>> = {}): Partial<Record<EnterpriseField, string>> {
  return {
    ...{ uscc: codes[0], name: '永州甲商贸有限公司', territory: '梅湾街道', industry: '零售业', size: '微型', risk: 'B', address: '一号' },
    ...change,
  };
}

/** An enterprise of the register, the same as those cells say. */
export function knownOf(change: Partial<EnterpriseValues> = {}, mergedInto: string | null = null): KnownEnterprise {
  const values: EnterpriseValues = {
    ...{ uscc: codes[0], name: '永州甲商贸有限公司', territory: '431103001', inPark: false, industry: '52', size: 'micro', risk: 'B' },
    ...{ keyEnterprise: false, undisturbed: false, address: '一号', contactName: '', contactPhone: '', status: 'active' },
    ...change,
  };
  return { id: `id-${values.uscc}`, values, mergedInto };
}
