import type { WebhookEvent } from '#domain/webhook/events.ts';

/** What a system is told of, in words. */
export const webhookEventWords: Readonly<Record<WebhookEvent, string>> = {
  'filing.filed': '已备案',
  'filing.held': '转办公室处理',
  'filing.decided': '办公室已处理',
  'filing.returned': '退回',
  'filing.withdrawn': '撤回',
  'filing.revoked': '撤销',
  'filing.expired': '过期',
  'filing.amended': '变更登记',
  'visit.checkedIn': '签到入企',
  'visit.left': '签退离开',
  'finding.recorded': '检查结果已记录',
  'letter.issued': '结果告知书已出具',
  'letter.published': '结果已公示',
  'letter.withdrawn': '结果已撤下',
};

/** The words of an event that may have been named by an earlier version. */
export function sayWebhookEvent(event: string): string {
  return (webhookEventWords as Readonly<Record<string, string>>)[event] ?? event;
}
