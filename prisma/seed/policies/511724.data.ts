import { cite } from '#domain/law/cite.ts';
import type { PolicyKey, PolicyValues, Sourced } from '#domain/law/policy.ts';
import { ownSetting } from './basis.data.ts';

/** 大竹县：园区三单制，没有宁静日。Values from the press report of the three lists, the rest as its notes say. */
export const policy511724: { [K in PolicyKey]: Sourced<PolicyValues[K]> } = {
  plannedKinds: {
    value: ['annual', 'special'],
    basis: cite('dazhuThreeLists', '公开报道，计划清单'),
    note: '公开报道的是园区执法计划；全县适用是参考设置，待县里确认',
  },
  drawnKinds: {
    value: ['annual', 'special'],
    basis: cite('doubleRandomOpinion', '双随机、一公开监管'),
    note: '特殊重点领域可以全覆盖，不经抽取',
  },
  quietDays: {
    value: { recurrences: [], kinds: [], enterprises: 'all', exemptions: [] },
    basis: ownSetting('宁静日'),
    note: '公开报道未见宁静日，不设',
  },
  filingLeadWorkingDays: { value: 0, basis: cite('dazhuThreeLists', '公开报道，备案清单'), note: '执法前填写并备案，公开报道未写提前几日' },
  officeHandlingWorkingDays: { value: 1, basis: ownSetting('待处理备案'), note: '超时报主任，不处理不等于同意；参考设置，待县里确认' },
  minimumInspectors: { value: 2, basis: cite('penaltyLaw', '第四十二条'), note: '法定下限，不得调低' },
  joint: {
    value: { windowDays: 30, kinds: ['annual', 'special', 'directed'] },
    basis: cite('dazhuThreeLists', '公开报道，同一企业同一事项一次检查'),
    note: '公开报道要求联合同级部门，未写期限；30 日和检查类型是参考设置，待县里确认',
  },
  sameMatterOnceKinds: {
    value: ['annual', 'special'],
    basis: cite('dazhuThreeLists', '公开报道，同一企业同一事项一次检查'),
    note: '按自然年计是参考设置，待县里确认',
  },
  frequencyCap: {
    value: { general: 1, high: 8, highTiers: ['D'], kinds: ['annual', 'special'] },
    basis: cite('inspectionOpinion', '频次上限'),
    note: '通知要求公布上限；每年 1 次、高风险 8 次和 D 级为高风险是参考设置，待县里确认',
  },
  interval: {
    value: { days: 0, kinds: ['annual', 'special'] },
    basis: ownSetting('检查间隔'),
    note: '0 日即不另设间隔；参考设置，待县里确认',
  },
  undisturbedKinds: { value: ['annual'], basis: ownSetting('无事不扰'), note: '安全、健康领域除外；参考设置，待县里确认' },
  territoryNotice: {
    value: 'park',
    basis: cite('dazhuThreeLists', '公开报道，备案清单'),
    note: '告知经开区管委会；告知时点是参考设置，待县里确认',
  },
  emergencySupplementWorkingDays: { value: 5, basis: cite('dazhuThreeLists', '公开报道，备案清单'), note: '检查结束后 5 个工作日内补报' },
  declarationDue: { value: '03-31', basis: ownSetting('年度申报'), note: '参考设置，待县里确认' },
  findingsPublicWorkingDays: { value: 20, basis: ownSetting('检查结果公示'), note: '参考设置，待县里确认' },
  penaltiesPublicWorkingDays: { value: 7, basis: ownSetting('处罚公示'), note: '参考设置，待县里确认' },
  withdrawalWorkingDays: {
    value: 3,
    basis: cite('penaltyLaw', '第四十八条'),
    note: '决定被变更、撤销后撤回公示',
  },
  majorPenaltyFilingDays: { value: 15, basis: ownSetting('重大处罚备案'), note: '参考设置，待县里确认' },
  caseLimitDays: { value: 90, basis: cite('penaltyLaw', '第六十条'), note: '自立案之日起' },
  feedback: {
    value: { invitationDays: 1, reminderDays: [3, 7], closesDays: 15 },
    basis: ownSetting('执法质效你来评'),
    note: '公开报道有评议和排名，未写期限；参考设置，待县里确认',
  },
  smallestPublishedCell: { value: 5, basis: ownSetting('统计公布'), note: '不足 5 份不公布；参考设置，待县里确认' },
  alarmBelowPercent: { value: 85, basis: ownSetting('满意率提醒'), note: '参考设置，待县里确认' },
  supervisionCard: {
    value: { acceptWorkingDays: 3, finishWorkingDays: 15, answerWorkingDays: 5, progressDays: 7 },
    basis: ownSetting('监督卡'),
    note: '公开报道要求每周更新；各期限是参考设置，待县里确认',
  },
  callbackDays: { value: 30, basis: ownSetting('案件回访'), note: '参考设置，待县里确认' },
  firstOffenceMonths: { value: 12, basis: ownSetting('容错清单'), note: '同一单位、同一领域；参考设置，待县里确认' },
  planning: {
    value: { visitsPerOpenDay: 16, movableMonths: 6, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 480 },
    basis: ownSetting('计划统筹'),
    note: '容量、可移月数、一次联合的单位数和时长都是参考设置，待确认',
  },
  draw: {
    value: {
      objectionHours: 24,
      commitHours: 24,
      revealHours: 24,
      poolFactor: 3,
      poolMinimum: 10,
      weights: { A: 1, B: 2, C: 3, D: 4 },
      stratifyBy: null,
      targetsPerOfficer: 40,
    },
    basis: ownSetting('双随机抽取'),
    note: '参考设置，待县里确认',
  },
  visit: {
    value: { expiresAfterHours: 24, overtimeMinutes: 30, archiveDays: 45, rectificationDays: 15 },
    basis: ownSetting('检查过程'),
    note: '离线记录一天内送达；超时、归档、整改的时限都是参考设置，待县里确认',
  },
  followUpWorkingDays: {
    value: { callback: 3, message: 1 },
    basis: ownSetting('回访和接办'),
    note: '不满意的回访、岗位消息的接办；参考设置，待县里确认',
  },
  frequentVisitAlert: { value: { visits: 2, days: 60 }, basis: ownSetting('频繁入企提醒'), note: '参考设置，待县里确认' },
};
