import { sayRecurrences } from '#domain/calendar/quiet-day.ts';
import type { Policy, PolicyKey, PolicyValues, Sourced } from '#domain/law/policy.ts';
import { exemptionWords, sayKinds } from './words.ts';

type Words<Key extends PolicyKey> = { readonly title: string; readonly say: (value: PolicyValues[Key]) => string };

const workingDays = (count: number) => `${count} 个工作日`;
const calendarDays = (count: number) => `${count} 天`;
const monthAndDay = (text: string) => `每年 ${Number(text.slice(0, 2))} 月 ${Number(text.slice(3))} 日`;
const reach = { all: '全部企业', key: '重点企业', park: '园区企业', none: '不告知' } as const;
const strata = { risk: '风险等级', size: '规模', territory: '属地' } as const;

/** What every value of a policy is called and how it reads; none can be left out. */
const words: { readonly [Key in PolicyKey]: Words<Key> } = {
  plannedKinds: { title: '须列入计划的检查', say: sayKinds },
  drawnKinds: { title: '须随机抽取的检查', say: sayKinds },
  quietDays: {
    title: '企业宁静日',
    say: ({ recurrences, kinds, enterprises, exemptions }) =>
      recurrences.length === 0
        ? '不设'
        : `${sayRecurrences(recurrences)}；${sayKinds(kinds)}；${reach[enterprises]}；例外：${exemptions.map((code) => exemptionWords[code]).join('、') || '无'}`,
  },
  filingLeadWorkingDays: { title: '提前备案', say: workingDays },
  officeHandlingWorkingDays: { title: '办公室处理时限', say: workingDays },
  minimumInspectors: { title: '执法人员至少', say: (count) => `${count} 人` },
  joint: { title: '联合检查的时间窗', say: ({ windowDays, kinds }) => `${calendarDays(windowDays)}；${sayKinds(kinds)}` },
  sameMatterOnceKinds: { title: '同一事项一年一次', say: sayKinds },
  frequencyCap: {
    title: '一年检查次数上限',
    say: ({ general, high, highTiers, kinds }) => `每单位 ${general} 次，${highTiers.join('、')} 级企业 ${high} 次；${sayKinds(kinds)}`,
  },
  interval: { title: '两次检查间隔', say: ({ days, kinds }) => (days === 0 ? '不另设' : `${calendarDays(days)}；${sayKinds(kinds)}`) },
  undisturbedKinds: { title: '无事不扰', say: sayKinds },
  territoryNotice: { title: '入企前告知属地', say: (value) => reach[value] },
  emergencySupplementWorkingDays: { title: '紧急检查补报', say: (count) => `结束后 ${workingDays(count)}内` },
  declarationDue: { title: '年度计划申报截止', say: monthAndDay },
  findingsPublicWorkingDays: { title: '检查结果公示', say: (count) => `${workingDays(count)}内` },
  penaltiesPublicWorkingDays: { title: '行政处罚公示', say: (count) => `${workingDays(count)}内` },
  withdrawalWorkingDays: { title: '撤下公示', say: (count) => `${workingDays(count)}内` },
  majorPenaltyFilingDays: { title: '重大处罚备案', say: (count) => `${calendarDays(count)}内` },
  caseLimitDays: { title: '办案期限', say: calendarDays },
  feedback: {
    title: '企业评价',
    say: ({ invitationDays, reminderDays, closesDays }) =>
      `检查结束 ${calendarDays(invitationDays)}后邀请，第 ${reminderDays.join('、')} 天提醒，第 ${closesDays} 天截止`,
  },
  smallestPublishedCell: { title: '评价公布的最小份数', say: (count) => `${count} 份` },
  alarmBelowPercent: { title: '满意率提醒线', say: (percent) => `${percent}%` },
  supervisionCard: {
    title: '监督卡办理',
    say: ({ acceptWorkingDays, finishWorkingDays, answerWorkingDays, progressDays }) =>
      `${workingDays(acceptWorkingDays)}受理，${workingDays(finishWorkingDays)}办结，办结后 ${workingDays(answerWorkingDays)}答复，每 ${calendarDays(progressDays)}告知进展`,
  },
  callbackDays: { title: '案件办结后回访', say: (count) => `${calendarDays(count)}内` },
  firstOffenceMonths: { title: '初次违法的回溯', say: (count) => `${count} 个月` },
  planning: {
    title: '计划编排',
    say: ({ visitsPerOpenDay, movableMonths, agenciesPerVisit, matterMinutes, visitMinutes }) =>
      `每个可入企日 ${visitsPerOpenDay} 户次，可移动 ${movableMonths} 个月，一次至多 ${agenciesPerVisit} 个单位，每事项 ${matterMinutes} 分钟，一次至多 ${visitMinutes} 分钟`,
  },
  draw: {
    title: '随机抽取',
    say: ({ objectionHours, commitHours, revealHours, poolFactor, poolMinimum, weights, stratifyBy, targetsPerOfficer }) =>
      `异议期 ${objectionHours} 小时，承诺 ${commitHours} 小时、揭示 ${revealHours} 小时，名单至少为抽取数的 ${poolFactor} 倍且不少于 ${poolMinimum} 户，` +
      `A、B、C、D 级权重 ${weights.A}、${weights.B}、${weights.C}、${weights.D}，${stratifyBy ? `按${strata[stratifyBy]}分层` : '不分层'}，每人一次至多 ${targetsPerOfficer} 户`,
  },
  visit: {
    title: '入企和归档',
    say: ({ expiresAfterHours, overtimeMinutes, archiveDays, rectificationDays }) =>
      `时间过后 ${expiresAfterHours} 小时无人签到即过期，超出 ${overtimeMinutes} 分钟提醒办公室，${calendarDays(archiveDays)}后归档，整改期一般 ${calendarDays(rectificationDays)}`,
  },
  followUpWorkingDays: {
    title: '回访和消息接手',
    say: ({ callback, message }) => `不满意的 ${workingDays(callback)}内回访，岗位消息 ${workingDays(message)}无人接手即报上一级`,
  },
  frequentVisitAlert: { title: '入企过频提醒', say: ({ visits, days }) => `${calendarDays(days)}内 ${visits} 次` },
};

/** One value in force as people read it: what it is called, how it reads, where it comes from. */
export type SaidValue = {
  readonly key: PolicyKey;
  readonly title: string;
  readonly say: string;
  readonly value: PolicyValues[PolicyKey];
  readonly source: Sourced<unknown>['basis'];
  readonly note: string;
};

function sayValue<Key extends PolicyKey>(policy: Policy, key: Key): SaidValue {
  const { value, basis, note } = policy.values[key] as Sourced<PolicyValues[Key]>;
  const { title, say } = words[key] as Words<Key>;
  return { key, title, say: say(value), value, source: basis, note };
}

/** Every value of a policy in words, in the order of the words above. */
export function sayPolicy(policy: Policy): readonly SaidValue[] {
  return (Object.keys(words) as PolicyKey[]).map((key) => sayValue(policy, key));
}
