import type { PolicyKey, PolicyValues, Sourced } from '#domain/law/policy.ts';
import { policy431103 } from './policies/431103.data.ts';
import { policy511724 } from './policies/511724.data.ts';

export type DistrictSeed = {
  readonly row: {
    readonly code: string;
    readonly name: string;
    readonly abbreviation: string;
    readonly officeName: string;
    readonly officePhone: string;
    readonly officeHours: string;
  };
  readonly policy: { readonly [K in PolicyKey]: Sourced<PolicyValues[K]> };
};

const officeHours = '工作日 8:30—17:30，紧急备案全天';

/** The day from which the demo's policies and catalogues of matters are in force. */
export const inForceFrom = '2025-01-01';

export const districts: readonly DistrictSeed[] = [
  {
    row: { code: '431103', name: '冷水滩区', abbreviation: '冷', officeName: '区优化办', officePhone: '199 0000 0001', officeHours },
    policy: policy431103,
  },
  {
    row: { code: '511724', name: '大竹县', abbreviation: '竹', officeName: '县委营商办', officePhone: '199 0000 0002', officeHours },
    policy: policy511724,
  },
];
