import type { RefusalGround, StepFlag, VisitStep } from '#domain/visit/steps.ts';

/** What a step is called on the phone and in the filing's record. */
export const stepWords: Readonly<Record<VisitStep, string>> = {
  taken: '领取任务',
  codeShown: '出示查验码',
  checkedIn: '入企签到',
  matterChecked: '勾选检查事项',
  findingNoted: '录入检查结果',
  opinionGiven: '企业意见',
  entryRefused: '企业拒绝入企',
  checkedOut: '离企签退',
};

export const refusalWords: Readonly<Record<RefusalGround, string>> = {
  noForm: '没有出示备案表或查验码',
  notAsFiled: '时间、事项和备案不一样',
  otherPeople: '来的人和备案不一样',
  noCredential: '没有出示执法证',
  other: '其他理由',
};

/** What is odd about a step that counted. */
export const flagWords: Readonly<Record<StepFlag, string>> = {
  late: '离线记录，后来送达',
  unacknowledged: '属地签收以前入企',
  outsideWindow: '在备案时段以外',
  clockOff: '手机时间不可信',
};
