import { cite, citeReported } from '#domain/law/cite.ts';
import type { PolicyKey, PolicyValues, Sourced } from '#domain/law/policy.ts';
import { ownSetting } from './basis.data.ts';

/** 冷水滩区：宁静日、重点企业。Values from the press report of the twenty rules, the rest as its notes say. */
export const policy431103: { [K in PolicyKey]: Sourced<PolicyValues[K]> } = {
  plannedKinds: { value: ['annual', 'special'], basis: citeReported('lengshuitanTwenty', 1), note: '计划外开展的按乱检查处理' },
  drawnKinds: { value: ['annual', 'special'], basis: citeReported('lengshuitanTwenty', 2), note: '特殊行业、重点领域可以全覆盖，不经抽取' },
  quietDays: {
    value: {
      recurrences: [{ type: 'monthDays', from: 1, to: 20 }],
      kinds: ['annual', 'special'],
      enterprises: 'all',
      exemptions: [
        'specialIndustry',
        'complaint',
        'openedCase',
        'legalDeadline',
        'licensing',
        'taxRisk',
        'rectificationRecheck',
        'superiorCampaign',
        'emergency',
      ],
    },
    basis: citeReported('lengshuitanTwenty', 5),
    note: '特殊行业、重点领域除外出自公开报道；其余例外情形是参考设置，待区里确认',
  },
  filingLeadWorkingDays: { value: 0, basis: citeReported('lengshuitanTwenty', 4), note: '入企前登记备案，公开报道未写提前几日' },
  officeHandlingWorkingDays: { value: 1, basis: ownSetting('待处理备案'), note: '超时报主任，不处理不等于同意；参考设置，待区里确认' },
  minimumInspectors: { value: 2, basis: cite('penaltyLaw', '第四十二条'), note: '法定下限，不得调低' },
  joint: {
    value: { windowDays: 30, kinds: ['annual', 'special', 'directed'] },
    basis: citeReported('lengshuitanTwenty', 3),
    note: '公开报道要求联合，未写期限；30 日和含上级部署是参考设置，待区里确认',
  },
  sameMatterOnceKinds: { value: ['annual', 'special'], basis: ownSetting('同一事项'), note: '借用大竹县做法；参考设置，待区里确认' },
  frequencyCap: {
    value: { general: 1, high: 8, highTiers: ['D'], kinds: ['annual', 'special'] },
    basis: cite('inspectionOpinion', '频次上限'),
    note: '通知要求公布上限；每年 1 次、高风险 8 次和 D 级为高风险是参考设置，待区里确认',
  },
  interval: {
    value: { days: 0, kinds: ['annual', 'special'] },
    basis: ownSetting('检查间隔'),
    note: '0 日即不另设间隔；参考设置，待区里确认',
  },
  undisturbedKinds: { value: ['annual'], basis: ownSetting('无事不扰'), note: '安全、健康领域除外；参考设置，待区里确认' },
  territoryNotice: { value: 'key', basis: citeReported('lengshuitanTwenty', 6), note: '重点企业：告知高科园或所在乡镇、街道' },
  emergencySupplementWorkingDays: {
    value: 5,
    basis: ownSetting('紧急补报'),
    note: '借用大竹县公开报道的 5 个工作日；参考设置，待区里确认',
  },
  declarationDue: { value: '03-31', basis: ownSetting('年度申报'), note: '公开报道要求抽查前报送，未写截止日；参考设置，待区里确认' },
  findingsPublicWorkingDays: { value: 20, basis: ownSetting('检查结果公示'), note: '参考设置，待区里确认' },
  penaltiesPublicWorkingDays: { value: 7, basis: ownSetting('处罚公示'), note: '参考设置，待区里确认' },
  withdrawalWorkingDays: {
    value: 3,
    basis: cite('penaltyLaw', '第四十八条'),
    note: '决定被变更、撤销后撤回公示',
  },
  majorPenaltyFilingDays: {
    value: 15,
    basis: ownSetting('重大处罚备案'),
    note: '公开报道要点（十）要求备案，未写期限；参考设置，待区里确认',
  },
  caseLimitDays: { value: 90, basis: cite('penaltyLaw', '第六十条'), note: '自立案之日起' },
  feedback: {
    value: { invitationDays: 1, reminderDays: [3, 7], closesDays: 15 },
    basis: ownSetting('满意度反馈'),
    note: '公开报道要点（七）要求反馈，未写期限；参考设置，待区里确认',
  },
  smallestPublishedCell: { value: 5, basis: ownSetting('统计公布'), note: '不足 5 份不公布；参考设置，待区里确认' },
  alarmBelowPercent: { value: 85, basis: ownSetting('满意率提醒'), note: '参考设置，待区里确认' },
  supervisionCard: {
    value: { acceptWorkingDays: 3, finishWorkingDays: 15, answerWorkingDays: 5, progressDays: 7 },
    basis: ownSetting('监督卡'),
    note: '参考设置，待区里确认',
  },
  callbackDays: { value: 30, basis: ownSetting('案件回访'), note: '公开报道要点（九）要求回访，未写期限；参考设置，待区里确认' },
  firstOffenceMonths: { value: 12, basis: ownSetting('首违不罚'), note: '同一单位、同一领域；参考设置，待区里确认' },
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
    note: '公开报道要点（二）要求双随机，未写这些数；参考设置，待区里确认',
  },
  visit: {
    value: { expiresAfterHours: 24, overtimeMinutes: 30, archiveDays: 45, rectificationDays: 15 },
    basis: ownSetting('检查过程'),
    note: '离线记录一天内送达；超时、归档、整改的时限都是参考设置，待区里确认',
  },
  followUpWorkingDays: {
    value: { callback: 3, message: 1 },
    basis: ownSetting('回访和接办'),
    note: '不满意的回访、岗位消息的接办；参考设置，待区里确认',
  },
  frequentVisitAlert: { value: { visits: 2, days: 60 }, basis: ownSetting('频繁入企提醒'), note: '参考设置，待区里确认' },
};
