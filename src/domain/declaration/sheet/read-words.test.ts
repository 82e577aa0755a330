import { describe, expect, it } from 'vitest';
import { agencyFinder, type KnownAgency, readPartners } from './read-partners.ts';
import { readCategory, readMethod, readSource } from './read-words.ts';

const readAs = (read: { ok: boolean; value?: unknown }) => (read.ok ? read.value : null);

describe('the words of both districts', () => {
  it.each([
    ['现场检查', 'onsite'],
    ['现场', 'onsite'],
    ['非现场检查', 'remote'],
    ['非现场', 'remote'],
    ['抽样检验', 'sampling'],
    ['抽检', 'sampling'],
    ['书面核查', 'document'],
    ['监测检查', 'monitoring'],
    ['现场检查、抽样检验', 'onsite'],
    ['随便看看', null],
  ])('method %s', (text, form) => {
    expect(readAs(readMethod(text))).toBe(form);
  });

  it.each([
    ['中央', 'centre'],
    ['国家级', 'centre'],
    ['省', 'province'],
    ['省级部署', 'province'],
    ['市', 'city'],
    ['市局', 'city'],
    ['上级要求', 'superior'],
    ['区自主 ', 'local'],
    ['县级自主', 'local'],
    ['自主开展', 'local'],
    ['不详', null],
  ])('source %s', (text, source) => {
    expect(readAs(readSource(text))).toBe(source);
  });

  it.each([
    ['日常检查  ', 'daily'],
    ['专业性检查', 'professional'],
    ['季节性检查', 'seasonal'],
    ['节假日检查', 'holiday'],
    ['综合性检查', 'comprehensive'],
    ['其他', null],
    ['', null],
  ])('category %s', (text, category) => {
    expect(readCategory(text)).toBe(category);
  });
});

const unit = (kind: string | null, name: string, shortName: string): KnownAgency => ({ code: kind ?? 'park', name, shortName, kind });
const leng = agencyFinder(
  [
    unit('amr', '永州市冷水滩区市场监督管理局', '区市场监管局'),
    unit('ecology', '永州市生态环境局冷水滩分局', '市生态环境局冷水滩分局'),
    unit('fire', '永州市冷水滩区消防救援大队', '区消防救援大队'),
    unit('housing', '永州市冷水滩区住房和城乡建设局', '区住建局'),
    unit('transport', '永州市冷水滩区交通运输局', '区交通运输局'),
    unit('tax', '国家税务总局永州市冷水滩区税务局', '区税务局'),
    unit('urban-mgmt', '永州市冷水滩区城市管理和综合执法局', '区城管执法局'),
    unit('culture', '永州市冷水滩区文化旅游广电体育局', '区文旅广体局'),
    unit('dev-reform', '永州市冷水滩区发展和改革局', '区发改局'),
    unit(null, '冷水滩高科园管理委员会', '高科园管委会'),
  ],
  '冷水滩区',
);

describe('co-operating units by their short names', () => {
  it.each([
    ['市监局', ['amr']],
    ['市场监管', ['amr']],
    ['区市场监督管理局', ['amr']],
    ['冷水滩区市监局', ['amr']],
    ['生态环境分局', ['ecology']],
    ['市生态环境局冷水滩分局', ['ecology']],
    ['税务、消防', ['tax', 'fire']],
    ['消防救援大队', ['fire']],
    ['自然资源局\n住建局', ['housing']],
    ['住建;交通', ['housing', 'transport']],
    ['城管，文旅', ['urban-mgmt', 'culture']],
    ['城市管理和综合执法局', ['urban-mgmt']],
    ['住建和交通', ['housing', 'transport']],
    ['住房和城乡建设局', ['housing']],
    ['发改 / 税务', ['dev-reform', 'tax']],
    ['高科园管委会', ['park']],
    ['工会', []],
    ['财政局;审计局', []],
    ['永州市税务局', []],
    ['省市场监督管理局', []],
    ['交警大队', []],
    ['无', []],
    ['', []],
  ])('%s', (text, codes) => {
    expect(readPartners(text, leng).codes).toEqual(codes);
  });

  it('keeps unknown ones as they are written', () => {
    expect(readPartners('工会、税务局、工会', leng)).toEqual({ written: ['工会', '税务局'], codes: ['tax'] });
  });
});
