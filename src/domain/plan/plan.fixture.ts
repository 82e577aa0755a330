import { wholePool } from '#domain/declaration/pool.ts';
import type { PlanJoint, PlanLine } from './compose-plan.ts';
import type { PlanItem } from './plan-item.ts';

/** A kept line of the market bureau: 12 places over March and April. */
export function lineWith(id: string, changes: Partial<PlanLine> = {}): PlanLine {
  return {
    id,
    agency: 'amr',
    partners: [],
    kind: 'annual',
    approvalDocument: '',
    matter: { id: `row-${id}`, code: `m-${id}`, name: `事项${id}`, specialField: false },
    poolLabel: '食品生产企业',
    pool: wholePool,
    quantity: { kind: 'count', count: 12 },
    period: { kind: 'month', months: [3, 4] },
    declaredCount: 12,
    declaredForm: 'onsite',
    source: 'province',
    outcome: 'kept',
    count: 12,
    months: [3, 4],
    form: 'onsite',
    jointId: null,
    entryNo: null,
    ...changes,
  };
}

export function jointWith(changes: Partial<PlanJoint> = {}): PlanJoint {
  return { id: 'j', lead: 'amr', count: 14, ...changes };
}

export function itemWith(no: string, changes: Partial<PlanItem> = {}): PlanItem {
  return {
    no,
    title: '产品质量抽查',
    kind: 'annual',
    form: 'onsite',
    agencies: ['amr'],
    matters: ['m-1'],
    months: [{ month: 3, quota: 4 }],
    fromDay: '2027-03-01',
    toDay: '2027-03-31',
    quota: 4,
    fullCoverage: false,
    source: 'local',
    poolLabel: '生产企业',
    approvalDocument: '',
    ...changes,
  };
}
