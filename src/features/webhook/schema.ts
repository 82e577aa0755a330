import { z } from 'zod';
import { webhookEvents } from '#domain/webhook/events.ts';
import { judgeTarget, type TargetFault } from '#domain/webhook/target.ts';

const faultWords: Readonly<Record<TargetFault, string>> = {
  malformed: '请填写完整地址，以 https:// 开头',
  unencrypted: '地址须以 https:// 开头；只有本机地址可用 http://',
  credentials: '地址里不能带用户名、密码或 # 号',
};

export const webhookCreation = z.strictObject({
  agency: z.string({ error: '请选择单位' }).min(1, '请选择单位').max(60, '请选择单位'),
  url: z
    .string({ error: '请填写接收地址' })
    .trim()
    .max(500, '不超过 500 个字符')
    .superRefine((text, context) => {
      const fault = judgeTarget(text);
      if (fault) context.addIssue({ code: 'custom', message: faultWords[fault] });
    }),
  events: z.array(z.enum(webhookEvents)).min(1, '请至少选一种事件').max(webhookEvents.length),
});
export type WebhookCreation = z.output<typeof webhookCreation>;

export const webhookId = z.strictObject({ webhook: z.uuid('编号不正确') });
export const deliveryId = z.strictObject({ delivery: z.uuid('编号不正确') });
export const deliveryFilter = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });
