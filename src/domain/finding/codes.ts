/** What came out of checking one matter (design: records.md, Finding). */
export const findingResults = [
  'nothingFound',
  'toBeFollowed',
  'correctedOnOrder',
  'notEngaged',
  'closedDown',
  'refusedToCooperate',
  'cannotBeReached',
  'movedOrStruckOff',
] as const;
export type FindingResult = (typeof findingResults)[number];

/** What is done about it. */
export const followUps = ['none', 'routineSupervision', 'orderToCorrect', 'handOver', 'copyToAgency'] as const;
export type FollowUp = (typeof followUps)[number];

export const resultWords: Readonly<Record<FindingResult, string>> = {
  nothingFound: '未发现问题',
  toBeFollowed: '发现问题待后续处理',
  correctedOnOrder: '发现问题已责令改正',
  notEngaged: '未开展该项活动',
  closedDown: '停业或者正在清算',
  refusedToCooperate: '不配合检查情节严重',
  cannotBeReached: '通过登记的住所无法联系',
  movedOrStruckOff: '已迁出或者已注销',
};

export const followUpWords: Readonly<Record<FollowUp, string>> = {
  none: '不需要后续处理',
  routineSupervision: '转入日常监管',
  orderToCorrect: '责令限期整改',
  handOver: '移送立案查处',
  copyToAgency: '抄告其他单位',
};

/** Which follow-ups fit a result; everything else contradicts it. */
export const fittingFollowUps: Readonly<Record<FindingResult, readonly FollowUp[]>> = {
  nothingFound: ['none', 'routineSupervision'],
  toBeFollowed: ['routineSupervision', 'orderToCorrect', 'handOver', 'copyToAgency'],
  correctedOnOrder: ['none', 'routineSupervision', 'copyToAgency', 'handOver'],
  notEngaged: ['none', 'routineSupervision', 'copyToAgency'],
  closedDown: ['none', 'routineSupervision', 'copyToAgency'],
  refusedToCooperate: ['routineSupervision', 'handOver', 'copyToAgency'],
  cannotBeReached: ['none', 'routineSupervision', 'copyToAgency'],
  movedOrStruckOff: ['none', 'routineSupervision', 'copyToAgency'],
};

/** Results that only somebody who looked can give. */
const seenOnly: readonly FindingResult[] = ['nothingFound', 'correctedOnOrder'];

/** Whether a result may be given of a matter that was not checked. */
export function fitsUnchecked(result: FindingResult): boolean {
  return !seenOnly.includes(result);
}
