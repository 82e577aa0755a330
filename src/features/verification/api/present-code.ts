import { isoOf } from '#domain/calendar/iso.ts';
import type { CodeView } from '../queries.ts';

/** The sentence for each state, the same as on the page. */
const words: Readonly<Record<CodeView['state'], string>> = {
  genuine: '这次检查已经备案，现在可以进行。',
  notYet: '这次检查已经备案，还没有到开始时间。',
  expired: '这个码已过有效时间，现在凭此码进行的检查，您可以拒绝。',
  ended: '凭这个码的检查已经结束，现在凭此码进行的检查，您可以拒绝。',
  withdrawn: '这次检查已经撤回，凭此码进行的检查，您可以拒绝。',
  revoked: '这次检查的备案已被撤销，凭此码进行的检查，您可以拒绝。',
  unknown: '查不到这个码对应的有效备案。您可以拒绝这次检查。',
};

/** A code's state as open data. */
export function presentCode(view: CodeView): object {
  const said = { state: view.state, say: words[view.state], officialDomain: view.officialDomain, offices: view.offices };
  if (view.state === 'unknown') return said;
  const { officialDomain: _domain, offices: _offices, state: _state, start, end, now, ...shown } = view;
  const { firstLook: _look, ...visit } = { firstLook: null, ...shown };
  return { ...said, window: { start: isoOf(start), end: isoOf(end) }, checkedAt: isoOf(now), ...visit };
}
