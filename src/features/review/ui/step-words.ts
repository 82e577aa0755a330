import { sayMonths } from '#domain/declaration/period.ts';
import { formWords } from '#domain/inspection/words.ts';
import { actionWords } from '../labels.ts';
import type { StepRow } from '../queries/list-steps.ts';

/** What a step sets, in a few words: 到 20 户, 9 月, 书面, 区应急局牵头. */
function sayChange({ action, change, lead }: StepRow): string {
  switch (action) {
    case 'trim':
      return `到 ${change.count} 户`;
    case 'move':
      return `到 ${sayMonths(change.months ?? [])}`;
    case 'offsite':
      return `（${formWords[change.form ?? 'document']}）`;
    case 'merge':
      return `（${sayMonths(change.months ?? [])}，${change.count} 户，${lead ?? ''}牵头）`;
    default:
      return '';
  }
}

/** 合并 食品生产企业监督检查 等 2 行. */
export function sayStep(step: StepRow): string {
  return `${actionWords[step.action]} ${step.matter}${step.lines > 1 ? ` 等 ${step.lines} 行` : ''}`;
}

/** The same with what it sets and why. */
export function sayWholeStep(step: StepRow): string {
  const { change } = step;
  const due = change.due ? `${Number(change.due.slice(5, 7))}月${Number(change.due.slice(8))}日前报回` : '';
  const why = [change.reason, due].filter(Boolean).join('，');
  const set = sayChange(step);
  return `${sayStep(step)}${set ? `　${set}` : ''}${why ? `　${why}` : ''}`;
}
