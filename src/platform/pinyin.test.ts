import { expect, it } from 'vitest';
import { spellName } from './pinyin.ts';

it.each([
  ['永州拟祥仓储有限公司', 'yongzhounixiangcangchuyouxiangongsi', 'yznxccyxgs'],
  ['重庆长城（集团）银行', 'chongqingchangchengjituanyinhang', 'cqccjtyh'],
  ['ＡＢ 科技1号', 'abkeji1hao', 'abkj1h'],
  ['绿源', 'lvyuan', 'ly'],
  ['', '', ''],
])('spells %s', (name, pinyin, initials) => {
  expect(spellName(name)).toEqual({ pinyin, initials });
});
