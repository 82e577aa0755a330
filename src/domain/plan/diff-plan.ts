import { kindWords, methodWords } from '#domain/inspection/words.ts';
import { type PlanItem, sayItemDays, sayMonths, sayQuota, saySource } from './plan-item.ts';

/** What agencies and matters are called, by code. */
export type PlanNames = { readonly agency: (code: string) => string; readonly matter: (code: string) => string };

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };
export type ChangedItem<After extends PlanItem = PlanItem> = {
  readonly before: PlanItem;
  readonly after: After;
  readonly changes: readonly FieldChange[];
};
export type PlanDiff<After extends PlanItem = PlanItem> = {
  readonly added: readonly After[];
  readonly changed: readonly ChangedItem<After>[];
  readonly ended: readonly PlanItem[];
  readonly unchanged: readonly PlanItem[];
};

const named = (codes: readonly string[], name: (code: string) => string) => codes.map(name).join('、');

type Say = (item: PlanItem, names: PlanNames) => string;

/** What an entry says under each head; two entries differ where these words do. */
const fields: Readonly<Record<string, Say>> = {
  名称: ({ title }) => title,
  类别: ({ kind }) => kindWords[kind],
  方式: ({ form }) => methodWords[form],
  牵头单位: ({ agencies }, names) => named(agencies.slice(0, 1), names.agency),
  参加单位: ({ agencies }, names) => named(agencies.slice(1).toSorted(), names.agency) || '无',
  事项: ({ matters }, names) => named(matters.toSorted(), names.matter),
  数量: sayQuota,
  月份: ({ months }) => sayMonths(months),
  时间: sayItemDays,
  对象: ({ poolLabel }) => poolLabel || '未注明',
  任务来源: ({ source }) => saySource(source),
  批准文件: ({ approvalDocument }) => approvalDocument || '无',
};

function changesOf(before: PlanItem, after: PlanItem, names: PlanNames): FieldChange[] {
  return Object.entries(fields)
    .map(([field, say]) => ({ field, before: say(before, names), after: say(after, names) }))
    .filter((change) => change.before !== change.after);
}

/** What one list of entries makes of another, entry by number; both sides of every change in words. */
export function diffPlans<After extends PlanItem>(before: readonly PlanItem[], after: readonly After[], names: PlanNames): PlanDiff<After> {
  const old = new Map(before.map((item) => [item.no, item]));
  const kept = new Set(after.map(({ no }) => no));
  const pairs = after.flatMap((item) => {
    const earlier = old.get(item.no);
    return earlier ? [{ before: earlier, after: item, changes: changesOf(earlier, item, names) }] : [];
  });
  return {
    added: after.filter(({ no }) => !old.has(no)),
    changed: pairs.filter(({ changes }) => changes.length > 0),
    ended: before.filter(({ no }) => !kept.has(no)),
    unchanged: pairs.filter(({ changes }) => changes.length === 0).map((pair) => pair.before),
  };
}

/** Whether nothing would be published by it. */
export function isUnchanged({ added, changed, ended }: PlanDiff): boolean {
  return added.length + changed.length + ended.length === 0;
}
