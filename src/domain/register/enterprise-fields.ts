import type { RiskTier } from '#domain/inspection/kinds.ts';
import type { FieldSpec } from './table.ts';

/** What the register says of an enterprise, as far as a sheet can say it. */
export type EnterpriseValues = {
  readonly uscc: string;
  readonly name: string;
  readonly territory: string;
  readonly inPark: boolean;
  readonly industry: string;
  readonly size: EnterpriseSize;
  readonly risk: RiskTier;
  readonly keyEnterprise: boolean;
  readonly undisturbed: boolean;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly status: EnterpriseStatus;
};
export type EnterpriseField = keyof EnterpriseValues;
export type EnterpriseSize = 'large' | 'medium' | 'small' | 'micro';
export type EnterpriseStatus = 'active' | 'suspended' | 'cancelled';

/** The word first that people read; the others are how tables write it. */
export const sizeWritings: Readonly<Record<EnterpriseSize, readonly string[]>> = {
  large: ['大型', '大', '大型企业'],
  medium: ['中型', '中', '中型企业'],
  small: ['小型', '小', '小型企业'],
  micro: ['微型', '微', '微型企业', '小微', '小微企业'],
};
export const riskWritings: Readonly<Record<RiskTier, readonly string[]>> = {
  A: ['a', 'a级', 'a类', '低', '低风险', '信用风险低'],
  B: ['b', 'b级', 'b类', '一般', '一般风险', '信用风险一般'],
  C: ['c', 'c级', 'c类', '较高', '较高风险', '信用风险较高'],
  D: ['d', 'd级', 'd类', '高', '高风险', '信用风险高'],
};
export const statusWritings: Readonly<Record<EnterpriseStatus, readonly string[]>> = {
  active: ['存续', '在业', '在营', '开业', '正常', '在册', '存续(在营、开业、在册)'],
  suspended: ['停业', '歇业', '停产', '停业歇业'],
  cancelled: ['注销', '已注销', '吊销', '已吊销', '迁出'],
};

export const enterpriseFields: readonly FieldSpec<EnterpriseField>[] = [
  { field: 'uscc', heading: '统一社会信用代码', words: ['社会信用代码', '信用代码', '机构代码', 'uscc'], hint: '18 位，系统核对校验位' },
  { field: 'name', heading: '企业名称', words: ['单位名称', '市场主体名称', '经营主体名称', '名称'], hint: '与营业执照一致' },
  { field: 'territory', heading: '属地', words: ['所属街道', '街道', '乡镇', '镇街', '所属区域'], hint: '街道或镇的名称或代码' },
  { field: 'inPark', heading: '在园区', words: ['是否在园区', '园区企业', '园区'], hint: '是、否' },
  {
    field: 'industry',
    heading: '行业',
    words: ['行业代码', '行业名称', '行业大类', '国民经济行业'],
    hint: '国民经济行业大类的名称或两位代码',
  },
  { field: 'size', heading: '规模', words: ['企业规模'], hint: '大型、中型、小型、微型' },
  { field: 'risk', heading: '信用风险等级', words: ['信用风险', '风险等级', '信用等级', '风险分类', '信用分类'], hint: 'A、B、C、D' },
  { field: 'keyEnterprise', heading: '重点企业', words: ['是否重点企业'], hint: '是、否' },
  { field: 'undisturbed', heading: '无事不扰', words: ['免打扰', '白名单', '无事不扰企业'], hint: '是、否' },
  { field: 'address', heading: '地址', words: ['住所', '经营地址', '经营场所', '注册地址'], hint: '经营场所的详细地址' },
  { field: 'contactName', heading: '联系人', words: ['联络员', '负责人'], hint: '可不填' },
  { field: 'contactPhone', heading: '联系电话', words: ['电话', '联系方式', '手机', '手机号', '手机号码'], hint: '可不填' },
  { field: 'status', heading: '状态', words: ['登记状态', '经营状态', '企业状态'], hint: '存续、停业、注销；不填按存续' },
];

/** Columns without which a sheet is no register of enterprises. */
export const enterpriseKeys: readonly EnterpriseField[] = ['uscc', 'name'];
/** What a new enterprise has to have. */
export const enterpriseNeeds: readonly EnterpriseField[] = ['uscc', 'name', 'territory', 'industry', 'size', 'risk', 'address'];
