/** What became of an emergency: still to be supplemented, overdue, or supplemented too late. */
export type Fate = 'open' | 'overdue' | 'late';

/** A night or a weekend on which somebody could not wait; the hours are those of one evening. */
export type Alarm = {
  /** Without the district. */
  readonly agency: string;
  readonly fate: Fate;
  /** So many working days before today. */
  readonly daysAgo: number;
  readonly called: string;
  readonly entered: string;
  readonly left: string;
  readonly reason: string;
  readonly confirmationNo: string;
  /** Whether the enterprise rang up to ask. */
  readonly asked: boolean;
};

export const alarms: readonly Alarm[] = [
  {
    ...{ agency: 'emergency', fate: 'open', daysAgo: 1, called: '19:42', entered: '20:05', left: '21:20', confirmationNo: '58203147' },
    ...{ reason: '群众来电反映车间冒烟，须立即到场排查', asked: true },
  },
  {
    ...{ agency: 'amr', fate: 'overdue', daysAgo: 8, called: '18:31', entered: '19:00', left: '20:10', confirmationNo: '40917265' },
    ...{ reason: '接报锅炉压力异常，须立即现场核查', asked: true },
  },
  {
    ...{ agency: 'fire', fate: 'late', daysAgo: 20, called: '20:15', entered: '20:40', left: '22:05', confirmationNo: '73641820' },
    ...{ reason: '消防通道被堵，夜间仍在生产', asked: false },
  },
];
