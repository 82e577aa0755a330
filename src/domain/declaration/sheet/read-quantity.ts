import type { Quantity } from '../quantity.ts';
import { found, type Read, wrong } from './finding.ts';
import type { Cell } from './grid.ts';
import { mostShort, shortText, squeeze, withDigits } from './text.ts';

const unit = '(?:家次|户次|家|户|个|所|处|台|次|批次|批|项|人|座|辆)?';
const number = '(\\d+(?:\\.\\d+)?)';
const asked = '(?:按照|按|抽取|抽查|检查|约|共|计|拟|计划)*';
const least = '(?:不少于|不低于|至少|>=|≥|大于等于)';

const everybody = /^(?:全覆盖|全部|全数|全量|实现全覆盖)(?:检查)?(?:\(?约?\d*(?:家|户|个)?\)?)?$/;
const share = new RegExp(
  `^${asked}(?:${least}${asked})?${number}([%‰])(?:的?比例)?(?:[,，]?(?:随机)?(?:抽取|抽查|检查|共|计|约|即|\\()*(\\d+)${unit}\\)?)?(?:抽取|抽查|检查)?$`,
);
const minimum = new RegExp(`^${asked}${least}${asked}(\\d+)${unit}$|^${asked}(\\d+)${unit}(?:以上|及以上)$`);
const plain = new RegExp(`^${asked}${number}${unit}(?:左右|企业|单位)?$`);

const most = 100_000;
const how = '请写成 20家、5%、按3%抽取36家、不少于10家 或 全覆盖';

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function ofShare(percent: number, count?: number): Read<Quantity> {
  if (percent > 100) return wrong('ratio_over_100', '比例超过100%', ['100%', '全覆盖']);
  if (percent <= 0 || count === 0) return wrong('bad_quantity', '比例要大于 0', ['5%', '10%', '全覆盖']);
  return found({ kind: 'ratio', ratioPercent: rounded(percent), ...(count === undefined ? {} : { count }) });
}

function ofCount(count: number, kind: 'count' | 'min'): Read<Quantity> {
  if (Number.isInteger(count) && count > 0 && count <= most) return found({ kind, count });
  const whole = Math.max(1, Math.min(most, Math.round(count)));
  return wrong('bad_quantity', `数量要是 1—${most} 的整数`, [`${whole}家`]);
}

function ofNumber(value: number, isPercent: boolean): Read<Quantity> {
  // A share typed into a cell without the percent format: nobody checks a part of an enterprise.
  const isShare = isPercent || (value > 0 && value < 1);
  return isShare ? ofShare(rounded(value * 100)) : ofCount(value, 'count');
}

function ofText(written: string): Read<Quantity> {
  const short = shortText(written);
  if (short === null) return wrong('bad_quantity', `数量超过 ${mostShort} 字，${how}`);
  const text = withDigits(squeeze(short).replace(/百分之(.+)/, '$1%'));
  if (everybody.test(text)) return found({ kind: 'all' });
  const [, percent, sign, count] = share.exec(text) ?? [];
  if (percent) return ofShare(sign === '‰' ? Number(percent) / 10 : Number(percent), count === undefined ? undefined : Number(count));
  const [, floor, above] = minimum.exec(text) ?? [];
  if (floor ?? above) return ofCount(Number(floor ?? above), 'min');
  const [, exact] = plain.exec(text) ?? [];
  if (exact) return ofCount(Number(exact), 'count');
  const figures = [...new Set(text.match(/\d+/g) ?? [])].filter((figure) => Number(figure) > 0).slice(0, 2);
  return wrong('bad_quantity', `看不懂这个数量，${how}`, [...figures.map((figure) => `${Number(figure)}家`), '全覆盖']);
}

/** How many enterprises, from a cell of text or a number: 20家, ２０, 0.05 as 5%, 按3%抽取36家, 不少于10家, 全覆盖. */
export function readQuantity({ text, number: value, percent }: Cell): Read<Quantity> {
  return value === undefined ? ofText(text) : ofNumber(value, percent === true);
}
