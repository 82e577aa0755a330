import type { InspectionKind, SeparationGround } from '#domain/inspection/kinds.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { exemptionWords, kindWords, triggerWords } from '#domain/inspection/words.ts';
import type { Outcome } from '#domain/law/verdict.ts';
import type { StatusLook } from '#ui/status.tsx';

export { exemptionWords, kindWords, triggerWords };

/** How a status reads and looks (design: mockups/README.md, Status). */
export const statusLabels: Readonly<Record<FilingStatus, { word: string; look: StatusLook }>> = {
  submitted: { word: '待批准', look: 'wait' },
  held: { word: '待处理', look: 'wait' },
  filed: { word: '已备案', look: 'ok' },
  filedWithCondition: { word: '附条件备案', look: 'note' },
  returned: { word: '已退回', look: 'back' },
  withdrawn: { word: '已撤回', look: 'gone' },
  expired: { word: '已失效', look: 'gone' },
  revoked: { word: '已撤销', look: 'no' },
  checkedIn: { word: '已入企', look: 'in' },
  left: { word: '已离企', look: 'out' },
  findingRecorded: { word: '已录结果', look: 'out' },
  rated: { word: '已评价', look: 'rated' },
  unrated: { word: '未评价', look: 'unrated' },
  archived: { word: '已归档', look: 'arch' },
};

export const shortKindWords: Readonly<Record<InspectionKind, string>> = { annual: '年度', special: '专项', directed: '部署', case: '个案' };

export const separationWords: Readonly<Record<SeparationGround, string>> = {
  secrecy: '须保密',
  legalDeadline: '法定期限不容等待',
  otherSite: '检查地点不同',
};

export const outcomeLabels: Readonly<Record<Outcome, { word: string; look: StatusLook }>> = {
  allowed: { word: '符合', look: 'ok' },
  notApplicable: { word: '不适用', look: 'arch' },
  duty: { word: '须告知', look: 'note' },
  pending: { word: '待批准', look: 'wait' },
  exempt: { word: '例外', look: 'exempt' },
  held: { word: '待处理', look: 'wait' },
  forbidden: { word: '不符合', look: 'no' },
};

export const decisionWords = { filed: '同意备案', filedWithCondition: '附条件备案', returned: '退回' } as const;

/** What a line of the filing's history says. */
export const eventWords: Readonly<Record<string, string>> = {
  'filing.submitted': '送分管负责人批准',
  'filing.approved': '单位负责人批准',
  'filing.filed': '备案，生成编号和查验码',
  'filing.held': '转办公室处理',
  'filing.decided': '办公室处理',
  'filing.rejudged': '重新判定，须再处理',
  'filing.decisionRefused': '办公室拟同意，判定不符合',
  'filing.returned': '退回填报人',
  'filing.withdrawn': '撤回',
  'filing.revoked': '撤销',
  'filing.expired': '备案失效',
  'filing.escalated': '逾期未处理，报办公室主任',
  'amendment.proposed': '提出变更，送负责人批准',
  'amendment.held': '变更转办公室处理',
  'amendment.rejudged': '变更重新判定，须再处理',
  'amendment.decisionRefused': '办公室拟同意变更，判定不符合',
  'amendment.registered': '变更登记',
  'amendment.returned': '退回变更',
  'amendment.withdrawn': '撤回变更',
  'amendment.escalated': '变更逾期未处理，报办公室主任',
  'amendment.lapsed': '变更在入企前没有办完',
  'emergency.logged': '口头备案，生成确认号',
  'emergency.ended': '检查结束，起算补报期限',
  'emergency.reminded': '提醒补报',
  'emergency.flagged': '逾期未补报，列入名单',
  'emergency.written': '填写补报，送负责人批准',
  'emergency.supplemented': '批准补报',
  'notice.acknowledged': '属地签收告知',
  'notice.phoned': '属地电话签收',
  'notice.reminded': '提醒属地签收',
  'notice.read': '联系人已阅',
  'finding.recorded': '录入检查结果',
  'letter.issued': '发出检查结果告知书',
  'letter.published': '公示检查结果',
  'letter.withdrawn': '撤下检查结果公示',
  'rectification.reported': '记录企业整改报告',
  'rectification.rechecked': '复查整改',
  'code.scanned': '企业第一次查验这个码',
  'visit.taken': '执法人员领取任务',
  'visit.codeShown': '出示查验码',
  'visit.checkedIn': '入企签到',
  'visit.matterChecked': '勾选检查事项',
  'visit.findingNoted': '现场录入检查结果',
  'visit.opinionGiven': '企业意见',
  'visit.entryRefused': '企业拒绝入企',
  'visit.left': '离企签退',
  'visit.conflicted': '收到和记录不符的步骤，不计入',
  'visit.repeated': '同一步骤再次送达，不重复计',
  'visit.missed': '有单位没有到场',
  'visit.endPresumed': '签到后一直没有签退，先按备案的结束时间计',
  'evidence.added': '照片存证',
  'filing.archived': '归档',
};
