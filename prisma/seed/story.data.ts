/** What a demo and a test may rely on in each district, whatever day it is started. */
export type Journey = {
  readonly districtCode: string;
  /** The agency that files, its matter and the number of its plan entry without the year: `${year}-${entryNo}`. */
  readonly agency: string;
  readonly matter: string;
  readonly entryNo: string;
  /** Drawn for that entry this year and next, with no other agency's business: USCC. */
  readonly enterprises: readonly string[];
  /** One of them whose territory has to be told: a key enterprise, or one in the park. */
  readonly toldTerritory: string;
  /** The two inspectors drawn, and the next in order. */
  readonly inspectors: readonly [string, string];
  readonly reserves: readonly string[];
  /** The registered responsible leader. */
  readonly leader: string;
  /** Drawn for the entry too, but another agency has a live filing there next month (its entry without the year). */
  readonly jointConflict: { readonly enterprise: string; readonly agency: string; readonly entryNo: string };
  /** Drawn for the entry; its only place under the cap is used by the agency's own filing next month. */
  readonly capUsed: string;
  /** Drawn; a second visit with a reason waits for the office. */
  readonly overCap: string;
  /** Drawn; second visits with a reason that the office filed with a condition, and returned. */
  readonly decided: readonly [string, string];
  /** Drawn; a further filing of the agency stands there already. */
  readonly alreadyFiled: readonly string[];
  /** A special field covered in full: an annual visit on a quiet day is exempt. */
  readonly specialField: {
    readonly entryNo: string;
    readonly matter: string;
    readonly enterprises: readonly string[];
    readonly inspectors: readonly [string, string];
  };
  /** Drawn for an annual entry of no special field, but on the list of enterprises that routine checks leave alone. */
  readonly undisturbed: {
    readonly entryNo: string;
    readonly matter: string;
    readonly enterprise: string;
    readonly inspectors: readonly [string, string];
  };
};

const leng: Journey = {
  districtCode: '431103',
  agency: '431103-amr',
  matter: 'amr-017',
  entryNo: '0118',
  enterprises: [
    '91431103YQU8225U8Q', // 永州市试旭汽车配件制造有限公司
    '91431103YQPN2EPB7D', // 永州演森线缆有限公司
    '91431103YQ4QXTGT1R', // 永州市冷水滩区样木数据线制造有限公司
    '91431103YQRE1YXF51', // 永州市冷水滩区样康新能源科技有限公司
    '91431103YQUCCQB63C', // 永州试宁钢结构有限公司
    '91431103YQTWF6PR29', // 永州市演盛电子元件有限公司, 重点企业, as are the following
    '91431103YQPWN6JG01', // 永州演正汽车配件制造有限责任公司
    '91431103YQXH7M7F3U', // 湖南演康混凝土有限公司
    '91431103YQXF67AK55', // 永州市冷水滩区拟乐电源科技有限公司
    '91431103YQ32BJG11U', // 永州市示宏数据线制造有限公司
  ],
  toldTerritory: '91431103YQTWF6PR29',
  inspectors: ['DEMO-431103-U0007', 'DEMO-431103-U0014'], // 何晨, 沈飞静
  reserves: ['DEMO-431103-U0017', 'DEMO-431103-U0039'], // 吴永家, 田雯新
  leader: 'DEMO-431103-U0018', // 曾立
  jointConflict: { enterprise: '91431103YQJET1FB65', agency: '431103-emergency', entryNo: '0093' }, // 永州市试朗混凝土有限公司
  capUsed: '91431103YQC51PAW8H', // 永州演春钢结构有限公司
  overCap: '91431103YQ3JBT3P8H', // 永州示木智能装备有限公司
  decided: ['91431103YQCFCXTU36', '91431103YQX118TW7U'], // 永州示丰玻璃制品有限公司, 湖南演铁专用设备有限公司
  alreadyFiled: ['91431103YQ1ETKG79Q', '91431103YQXCYTTTXW'], // 湖南示隆线缆有限公司, 永州市拟业混凝土有限公司
  specialField: {
    entryNo: '0121',
    matter: 'amr-014',
    enterprises: ['91431103YQ2754WM41', '91431103YQU320924X', '91431103YQDHY53BXW'],
    inspectors: ['DEMO-431103-U0015', 'DEMO-431103-U0025'], // 谭桂, 钟哲军
  },
  undisturbed: {
    entryNo: '0126',
    matter: 'amr-002',
    enterprise: '91431103YQ8H9TJL31', // 湖南试康电子科技有限公司
    inspectors: ['DEMO-431103-U0025', 'DEMO-431103-U0043'], // 钟哲军, 贾力静
  },
};

const dazhu: Journey = {
  districtCode: '511724',
  agency: '511724-amr',
  matter: 'amr-017',
  entryNo: '0031',
  enterprises: [
    '91511724YQ266WJ88L', // 大竹试业玻璃制品有限公司, in the park, as are the following
    '91511724YQGE0MTU4K', // 四川示方新能源科技有限公司
    '91511724YQL3X00Y1Y', // 大竹演朋汽车配件制造有限公司
    '91511724YQM6WPGB2M', // 四川拟和板材有限公司
    '91511724YQHY5HK137', // 大竹县例圆汽车配件制造有限公司
    '91511724YQT7HNY46F', // 大竹示铁汽车零部件有限公司
    '91511724YQ517T8512', // 大竹演泰针织有限公司
    '91511724YQF6204A3Y', // 大竹县示泰鞋材有限公司
    '91511724YQ2KCWKB41', // 达州样辉电源科技有限公司
    '91511724YQHK0JYXX7', // 大竹拟富智能装备有限公司
  ],
  toldTerritory: '91511724YQ266WJ88L',
  inspectors: ['DEMO-511724-U0004', 'DEMO-511724-U0006'], // 夏强燕, 金宇涵
  reserves: ['DEMO-511724-U0018', 'DEMO-511724-D0041'], // 彭娟, 林永佳
  leader: 'DEMO-511724-U0008', // 范晓芳
  jointConflict: { enterprise: '91511724YQXGM8EF01', agency: '511724-emergency', entryNo: '0022' }, // 大竹县演茂电器有限公司
  capUsed: '91511724YQGFAGBP8J', // 达州试方汽车配件制造有限公司
  overCap: '91511724YQ3GCM139X', // 达州样泰塑料管业有限公司
  decided: ['91511724YQ33WJXE14', '91511724YQ1CRK7E6H'], // 大竹县试正汽车零部件有限公司, 达州试静汽车零部件有限公司
  alreadyFiled: ['91511724YQ8XQ8XT81', '91511724YQCQ8CX20C'], // 四川例鼎茶业有限公司, 达州样盛竹制品有限公司
  specialField: {
    entryNo: '0033',
    matter: 'amr-014',
    enterprises: ['91511724YQ1DFN473T', '91511724YQH67G190A'], // 达州演峰专用设备有限公司, 达州示源纺织有限公司
    inspectors: ['DEMO-511724-U0017', 'DEMO-511724-U0038'], // 廖洋永, 程芳
  },
  undisturbed: {
    entryNo: '0035',
    matter: 'amr-002',
    enterprise: '91511724YQHYL1G388', // 大竹县演康电源科技有限责任公司
    inspectors: ['DEMO-511724-U0024', 'DEMO-511724-D0026'], // 阎兰, 于娜春
  },
};

/** leng: the 10th of any month is refused by the quiet day alone. dazhu: the 10th is lawful; an annual visit without an entry is not. */
export const journey = { leng, dazhu } as const;
