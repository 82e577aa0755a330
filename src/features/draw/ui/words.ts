import { sayDuration } from '#domain/calendar/wording.ts';
import { type Awaited, type DrawAct, type DrawProgress, findAwaited } from '#domain/draw/what-now.ts';
import { momentWords } from '#ui/words.ts';

export const actWords: Readonly<Record<DrawAct, string>> = {
  freeze: '冻结名单',
  answer: '答复异议',
  commit: '提交承诺',
  reveal: '揭示随机数',
  number: '录入公共号码',
  run: '开始抽取',
  publish: '公布结果',
  retry: '签字另起一轮，或作废',
  void: '作废',
};

const awaitedWords: Readonly<Record<Exclude<Awaited, 'time' | 'nobody'>, string>> = {
  freeze: '等牵头单位冻结名单',
  answer: '等办公室答复异议',
  commit: '等各方提交承诺',
  reveal: '等各方揭示',
  number: '等两方各录一次公共号码',
  run: '正在自动抽取',
  publish: '等办公室公布',
  retry: '本轮有参加方未按期，等主任签字',
  void: '不能再进行，等主任作废',
};

/** 11月23日 19:00 截止，还有 3 小时 20 分. */
export function deadlineWords(end: Date, now: Date): string {
  const left = end.getTime() - now.getTime();
  return left > 0 ? `${momentWords(end, now)} 截止，还有 ${sayDuration(left)}` : `${momentWords(end, now)} 已截止`;
}

function timeWords({ status, objectionEnd, publicNumber }: DrawProgress, now: Date): string {
  if (status === 'frozen' && objectionEnd) return `异议期 ${deadlineWords(objectionEnd, now)}`;
  return publicNumber ? `等公共号码，${momentWords(new Date(publicNumber.at), now)} 开奖` : '';
}

/** Whom or what a draw waits for, in one sentence without a full stop. */
export function sayAwaited(draw: DrawProgress, now: Date): string {
  const awaited = findAwaited(draw, now);
  if (awaited === 'nobody') return '';
  if (awaited === 'time') return timeWords(draw, now);
  const { round } = draw;
  const end = awaited === 'commit' ? round?.commitEnd : round?.revealEnd;
  const isTimed = (awaited === 'commit' || awaited === 'reveal') && end;
  return isTimed ? `${awaitedWords[awaited]}，${deadlineWords(end, now)}` : awaitedWords[awaited];
}
