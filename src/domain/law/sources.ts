/** `verified`: the text of the instrument was read; `reported`: only reports of it are public, places are points of the report. */
export type Source = {
  readonly id: string;
  readonly instrument: string;
  readonly issuer: string;
  /** Number of the document, or null where it has none that is known. */
  readonly number: string | null;
  /** Day of adoption or publication, or null where it is not public. */
  readonly date: string | null;
  readonly status: 'verified' | 'reported';
};

/** Every instrument that a rule or a policy value cites. */
export const sources = {
  penaltyLaw: {
    id: 'penaltyLaw',
    instrument: '中华人民共和国行政处罚法',
    issuer: '全国人民代表大会常务委员会',
    number: '主席令第70号',
    date: '2021-01-22',
    status: 'verified',
  },
  businessEnvironmentRegulation: {
    id: 'businessEnvironmentRegulation',
    instrument: '优化营商环境条例',
    issuer: '国务院',
    number: '国务院令第722号',
    date: '2019-10-22',
    status: 'verified',
  },
  inspectionOpinion: {
    id: 'inspectionOpinion',
    instrument: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
    issuer: '国务院办公厅',
    number: '国办发〔2024〕54号',
    date: '2025-01-03',
    status: 'reported',
  },
  doubleRandomOpinion: {
    id: 'doubleRandomOpinion',
    instrument: '国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见（国发〔2019〕5号）',
    issuer: '国务院',
    number: '国发〔2019〕5号',
    date: '2019-01-27',
    status: 'reported',
  },
  holidayRegulation: {
    id: 'holidayRegulation',
    instrument: '全国年节及纪念日放假办法',
    issuer: '国务院',
    number: '国务院令第795号',
    date: '2024-11-10',
    status: 'reported',
  },
  lengshuitanTwenty: {
    id: 'lengshuitanTwenty',
    instrument: '永州市冷水滩区人民政府规范涉企检查二十条规定（试行）',
    issuer: '永州市冷水滩区人民政府',
    number: null,
    date: null,
    status: 'reported',
  },
  lengshuitanTen: {
    id: 'lengshuitanTen',
    instrument: '永州市冷水滩区人民政府优化营商环境服务企业发展十条举措（试行）',
    issuer: '永州市冷水滩区人民政府',
    number: null,
    date: null,
    status: 'reported',
  },
  dazhuThreeLists: {
    id: 'dazhuThreeLists',
    instrument: '大竹县园区“三单制”执法检查改革实施方案',
    issuer: '大竹县',
    number: null,
    date: null,
    status: 'reported',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sources;
