/** What stands between a filed visit and the door: null where no territory has to be told. */
export type NoticeState = { readonly territory: string; readonly acknowledgedAt: Date | null } | null;

export type EntryGate = { readonly open: true } | { readonly open: false; readonly say: string };

/** Entry waits for the territory's word, given in the product or on the telephone (design: rules.md, territory-notice). */
export function judgeEntryGate(notice: NoticeState): EntryGate {
  if (notice === null || notice.acknowledgedAt !== null) return { open: true };
  return { open: false, say: `${notice.territory}还没有签收告知，签收后才能签到入企。可请属地签收，或由办公室电话确认。` };
}
