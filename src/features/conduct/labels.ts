import type { AlertKind } from '#domain/conduct/alerts.ts';
import type { Difference, VisitChoice } from '#domain/conduct/choice.ts';
import { type FunnelStep, funnelWords } from '#domain/conduct/funnel.ts';

export const alertWords: Readonly<Record<AlertKind, string>> = {
  notAsFiled: '企业反映与备案不符',
  entryRefused: '企业拒绝入企',
  morePeople: '来人多于备案',
  overtime: '超时',
  neverLeft: '签到后没有签退',
  otherMatters: '检查了备案以外的事项',
  codeNotShown: '没有出示查验码',
  beforeAcknowledged: '属地签收前入企',
  outsideWindow: '备案时段以外入企',
  notRecordable: '手机记录与备案矛盾',
  frequentVisits: '入企过频',
  lowSatisfaction: '满意率低',
  badConduct: '企业反映违规行为',
  exemptionShare: '例外情形占比偏高',
  supplementOverdue: '紧急检查补报逾期',
  publicationOverdue: '结果公示逾期',
  rectificationOverdue: '整改逾期未报告',
};

export const differenceWords: Readonly<Record<Difference, string>> = {
  overtime: '超时',
  morePeople: '多来人',
  otherMatters: '多查事项',
  otherDay: '不在备案日期',
  notShown: '没有出示',
};

/** The heading of a list narrowed to this. */
export const choiceWords: Readonly<Record<VisitChoice, string>> = {
  ...(funnelWords satisfies Readonly<Record<FunnelStep, string>>),
  ...differenceWords,
  exempted: '例外情形',
};
