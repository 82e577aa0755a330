import type { TriggerType } from '#domain/inspection/kinds.ts';

/** An inspection that nobody plans: what sets it off. `{y}` and `{n}` in the reference stand for the year and a running number. */
export type Occasion = {
  readonly kind: 'case' | 'directed';
  readonly agency: string;
  readonly matter: string;
  readonly trigger: { readonly type: TriggerType; readonly reference: string };
  /** Day of the month on which it begins to fit. */
  readonly date: number;
};

const occasions: readonly Occasion[] = [
  { kind: 'case', agency: 'amr', matter: 'amr-005', trigger: { type: 'tipOff', reference: '12315 平台投诉单 {y}0{n}' }, date: 8 },
  {
    kind: 'case',
    agency: 'ecology',
    matter: 'ecology-001',
    trigger: { type: 'monitoring', reference: '在线监测超标报警 {y}-{n}' },
    date: 14,
  },
  {
    kind: 'directed',
    agency: 'emergency',
    matter: 'emergency-009',
    trigger: { type: 'superior', reference: '市应急函〔{y}〕{n}号' },
    date: 22,
  },
  { kind: 'case', agency: 'hrss', matter: 'hrss-002', trigger: { type: 'tipOff', reference: '欠薪线索平台 {y}{n}' }, date: 11 },
  {
    kind: 'case',
    agency: 'fire',
    matter: 'fire-001',
    trigger: { type: 'recheck', reference: '责令限期改正通知书〔{y}〕第{n}号' },
    date: 17,
  },
  { kind: 'case', agency: 'amr', matter: 'amr-017', trigger: { type: 'referral', reference: '抽检不合格移送函〔{y}〕{n}号' }, date: 6 },
  { kind: 'directed', agency: 'housing', matter: 'housing-007', trigger: { type: 'superior', reference: '市建函〔{y}〕{n}号' }, date: 24 },
  {
    kind: 'case',
    agency: 'urban-mgmt',
    matter: 'urban-mgmt-001',
    trigger: { type: 'tipOff', reference: '12345 热线工单 {y}{n}' },
    date: 9,
  },
  { kind: 'case', agency: 'health', matter: 'health-004', trigger: { type: 'licensing', reference: '卫生许可受理〔{y}〕{n}号' }, date: 21 },
  {
    kind: 'case',
    agency: 'transport',
    matter: 'transport-001',
    trigger: { type: 'openedCase', reference: '立案决定书〔{y}〕{n}号' },
    date: 13,
  },
];

/** About three a month in 冷水滩, fewer in 大竹. */
export const occasions431103: readonly Occasion[] = occasions;
export const occasions511724: readonly Occasion[] = occasions.filter((_, index) => index % 2 === 0);
