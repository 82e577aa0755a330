/** One conduct that an inspection must never show, as the person who fills in the form reads it. */
export type Conduct = {
  readonly id: string;
  readonly label: string;
  readonly tickText: string;
  /** Ticked on the rating form; the five headings above them belong to complaints. */
  readonly inFeedback: boolean;
};

/** Where the thirteen conducts come from. */
export const conductSource = '国办发〔2024〕54号';

/** The five bans and their eight items (design: data/conduct.csv). */
export const conducts: readonly Conduct[] = [
  { id: 'ban-profit', label: '借检查谋利', tickText: '检查人员借检查谋取好处', inFeedback: false },
  { id: 'ban-disturb', label: '扰乱生产经营', tickText: '检查打乱了我方正常生产经营', inFeedback: false },
  { id: 'ban-arbitrary-penalty', label: '随意处罚', tickText: '处罚或强制措施明显随意', inFeedback: false },
  { id: 'ban-quota', label: '下指标式检查', tickText: '检查像是为完成数量或罚款任务', inFeedback: false },
  { id: 'ban-disguised', label: '换名目检查', tickText: '以其他名目进厂，实际在检查', inFeedback: false },
  { id: 'no-gift', label: '不得收受馈赠报酬福利', tickText: '收受礼品、报酬或福利', inFeedback: true },
  { id: 'no-banquet', label: '不得参加宴请娱乐旅游', tickText: '接受宴请、娱乐或旅游安排', inFeedback: true },
  { id: 'no-cost-shift', label: '不得让企业承担开支', tickText: '让我方支付消费开支或检查费用', inFeedback: true },
  { id: 'no-designated-agency', label: '不得指定中介服务', tickText: '强制我方接受指定中介', inFeedback: true },
  { id: 'no-force-legal-rep', label: '不得刻意要求法定代表人到场', tickText: '没有必要却要求法定代表人到场', inFeedback: true },
  { id: 'no-arbitrary-seizure', label: '不得乱查封扣押冻结、动辄停产', tickText: '随意查封、扣押、冻结或责令停产', inFeedback: true },
  { id: 'no-kpi-link', label: '不得把考核预算与检查罚款挂钩', tickText: '检查次数或罚款与考核、经费挂钩', inFeedback: true },
  { id: 'no-disguised-visit', label: '不得借观摩督导考察行检查', tickText: '借观摩、督导、考察名义检查', inFeedback: true },
];

/** Those of the rating form. */
export const ratedConducts: readonly Conduct[] = conducts.filter(({ inFeedback }) => inFeedback);
