/** Events of the log in words; one that is not named here is shown as recorded. */
export const eventWords: Readonly<Record<string, string>> = {
  'session.opened': '登录',
  'session.refused': '登录未成功',
  'session.closed': '退出',
  'session.revoked': '结束他人会话',
  'user.disabled': '停用账号',
  'user.enabled': '启用账号',
  'apiKey.created': '建立接口密钥',
  'apiKey.revoked': '撤销接口密钥',
  'audit.checked': '核对审计记录',
  'draft.started': '开始草稿',
  'draft.reopened': '打开已有草稿',
  'draft.saved': '保存草稿',
  'draft.discarded': '删除草稿',
  'filing.submitted': '送批',
  'filing.approved': '负责人批准',
  'filing.returned': '退回',
  'filing.filed': '备案',
  'filing.held': '转办公室处理',
  'filing.refused': '不予备案',
  'filing.decided': '办公室处理',
  'filing.withdrawn': '撤回',
  'filing.revoked': '撤销备案',
  'filing.batchReceived': '接口批量备案',
  'batch.started': '开始批量备案',
  'batch.checked': '保存并判定批量备案',
  'batch.discarded': '放弃批量备案',
  'batch.sent': '批量备案送批',
  'batch.filed': '批量备案送完',
  'batch.itemFailed': '批量备案中一家没有送出',
  'batch.approved': '负责人批准一批',
  'batch.itemRefused': '一批中一件批准时不符合',
  'batch.settled': '一批批准完',
  'batch.resumed': '接着办没有送完的一批',
  'batch.closed': '停办没有送完的一批',
  'template.kept': '存为备案模板',
  'template.removed': '删除备案模板',
  'plan.published': '公示计划',
  'notification.read': '阅读消息',
};

/** Actors that are nobody in particular. */
export const actorWords: Readonly<Record<string, string>> = { public: '未登录', system: '系统' };

export function sayEvent(event: string): string {
  return eventWords[event] ?? event;
}

/** What a check of a year's chain found. */
export function sayCheck({ length, broken }: { length: number; broken: number | null }, year: number): string {
  if (broken !== null) return `${year} 年的第 ${broken} 条记录对不上，请保护现场并报告区县办公室。`;
  return `${year} 年的 ${length} 条记录首尾相连，核对一致。`;
}
