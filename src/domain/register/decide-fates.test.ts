import { describe, expect, it } from 'vitest';
import { computeUsccCheck } from '#domain/enterprise/uscc.ts';
import { decideFates } from './decide-fates.ts';
import type { EnterpriseField } from './enterprise-fields.ts';
import { enterpriseRules, type KnownEnterprise } from './enterprise-rules.ts';
import { countWritten, tallyFates } from './fate.ts';
import { cellsOf, knownOf, territories } from './register.fixture.ts';

const codeOf = (nth: number) => {
  const first17 = `91431103MA9${String(nth).padStart(6, '0')}`;
  return `${first17}${computeUsccCheck(first17)}`;
};
type Cells = Partial<Record<EnterpriseField, string>>;
const decide = (rows: readonly Cells[], register: readonly KnownEnterprise[] = []) =>
  decideFates(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    enterpriseRules(register, territories),
  );
const one = codeOf(1);
const whole = (change: Cells = {}) => cellsOf({ uscc: one, ...change });
const known = (change = {}, mergedInto: string | null = null) => knownOf({ uscc: one, ...change }, mergedInto);

describe('decideFates', () => {
  it.each([
    ['added: no such code', whole(), [], 'added', ''],
    ['unchanged: everything as it stands', whole(), [known()], 'unchanged', ''],
    ['unchanged: empty cells say nothing', { uscc: one }, [known()], 'unchanged', ''],
    ['unchanged: a masked telephone says nothing', { uscc: one, contactPhone: '138****5678' }, [known()], 'unchanged', ''],
    ['changed: and what', whole({ risk: 'C级', status: '注销' }), [known()], 'changed', '信用风险等级：B → C；状态：存续 → 注销'],
    ['sameName: another code in the register', whole(), [known({ uscc: codeOf(2) })], 'sameName', `名录中有同名企业，代码 ${codeOf(2)}`],
    ['added: the same name, merged already', whole(), [known({ uscc: codeOf(2) }, '乙')], 'added', ''],
    ['refused: a merged row', whole(), [known({}, '乙')], 'refused', '这个代码的企业已并入“乙”，请改那一条，或先撤回合并'],
    ['refused: a new one lacks cells', whole({ industry: '', risk: '' }), [], 'refused', '缺少行业、信用风险等级'],
    ['refused: no code', whole({ uscc: '' }), [], 'refused', '没有填写统一社会信用代码'],
    ['refused: nothing at all', {}, [], 'refused', expect.stringContaining('没有填写统一社会信用代码')],
  ] as const)('%s', (_what, cells, register, fate, say) => {
    expect(decide([cells], register)).toMatchObject([{ fate, say }]);
  });

  it('repeated: the first row that is taken counts, and is named', () => {
    const rows = decide([whole({ territory: '无此街道' }), whole(), whole({ address: '二号' })]);
    expect(rows.map(({ fate, say }) => [fate, say])).toEqual([
      ['refused', '本区县没有属地“无此街道”'],
      ['added', ''],
      ['repeated', '与第 3 行重复，以第 3 行为准'],
    ]);
  });

  it('sameName: another code in an earlier row', () => {
    expect(decide([whole(), whole({ uscc: codeOf(2) })])[1]).toMatchObject({ fate: 'sameName', say: `第 2 行有同名企业，代码 ${one}` });
  });

  it('sameName: one character apart at one address; two apart is another enterprise', () => {
    // A code that differs in one character has a wrong check character, so the register's own is the old mistake.
    const mistaken = `${one.slice(0, 8)}N${one.slice(9)}`;
    const twice = `${mistaken.slice(0, 9)}B${mistaken.slice(10)}`;
    const near = decide([whole({ name: '乙公司' })], [known({ uscc: mistaken })]);
    const far = decide([whole({ name: '乙公司' })], [known({ uscc: twice })]);
    expect([near[0]?.fate, far[0]?.fate]).toEqual(['sameName', 'added']);
  });

  it('a new row has what is not filled in from the register’s defaults', () => {
    expect(decide([whole()])[0]?.after).toMatchObject({ status: 'active', inPark: false, contactPhone: '' });
  });

  it('the tally adds up to the rows', () => {
    const tally = tallyFates(decide([whole(), whole(), {}, whole({ uscc: codeOf(3), name: '丙' })]));
    expect(tally).toEqual({ added: 2, sameName: 0, changed: 0, unchanged: 0, repeated: 1, refused: 1 });
    expect(countWritten(tally)).toBe(2);
  });
});
