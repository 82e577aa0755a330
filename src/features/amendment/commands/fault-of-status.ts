import 'server-only';
import type { Standing } from '../queries/load-standing.ts';

/** Why a filing cannot be changed any more; null where it can. */
export function faultOfStatus({ status, emergency }: Standing): string | null {
  if (status !== 'filed' && status !== 'filedWithCondition') return '只有已备案、还没有入企的检查可以变更，请刷新后查看状态。';
  return emergency ? '紧急备案不作变更，请在补报时填写。' : null;
}
