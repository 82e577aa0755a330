/** Every demo account has this password. */
export const demoPassword = 'ningqi-2026';

export type DemoRole =
  | 'officeClerk'
  | 'officeDirector'
  | 'agencyFiler'
  | 'agencyHead'
  | 'inspector'
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditAdmin'
  | 'witness'
  | 'territoryOfficer'
  | 'contactLeader'
  | 'liaison';

export type DemoAccount = {
  readonly districtCode: string;
  readonly agencyCode: string;
  readonly username: string;
  readonly name: string;
  readonly phone: string;
  readonly role: DemoRole;
  /** The person's credential where they have one. */
  readonly credentialNo?: string;
  /** Of a territory officer. */
  readonly territoryCode?: string;
};

type Line = readonly [role: DemoRole, username: string, name: string, phone: string, credentialNo?: string];

function accountsOf(agencyCode: string, lines: readonly Line[]): DemoAccount[] {
  const districtCode = agencyCode.slice(0, 6);
  return lines.map(([role, username, name, phone, credentialNo]) => ({
    ...{ districtCode, agencyCode, username, name, phone, role },
    ...(credentialNo === undefined ? {} : { credentialNo }),
  }));
}

/** The park's committee: its officer answers for the territory, leader and liaison look after its key enterprises. */
function parkAccountsOf(districtCode: string, lines: readonly Line[]): DemoAccount[] {
  return accountsOf(`${districtCode}-park-committee`, lines).map((account) =>
    account.role === 'territoryOfficer' ? { ...account, territoryCode: `${districtCode}-park-1` } : account,
  );
}

/** People of both districts; their names go with the register of inspectors where they have a credential. */
export const demoAccounts: readonly DemoAccount[] = [
  ...accountsOf('431103-business-environment-office', [
    ['officeClerk', 'luolin', '罗琳', '19900000101'],
    ['officeDirector', 'xiezhiyuan', '谢志远', '19900000102'],
    ['systemAdmin', 'dengsiyuan', '邓思源', '19900000103'],
    ['securityAdmin', 'xiaowenjing', '肖文静', '19900000104'],
    ['auditAdmin', 'tangminghui', '唐明辉', '19900000105'],
  ]),
  ...accountsOf('431103-justice-bureau', [['witness', 'liuzhengyan', '刘正言', '19900000106']]),
  ...parkAccountsOf('431103', [
    ['territoryOfficer', 'tangjingyuan', '唐静园', '19900000163'],
    ['contactLeader', 'hechangqing', '何长青', '19900000166'],
    ['liaison', 'liaoxiaoyun', '廖晓云', '19900000167'],
  ]),
  ...accountsOf('431103-amr', [
    ['agencyFiler', 'shenleyu', '沈乐宇', '19900000142', 'DEMO-431103-U0004'],
    ['agencyHead', 'zengli', '曾立', '19900000143', 'DEMO-431103-U0018'],
    ['inspector', 'hechen', '何晨', '19900000144', 'DEMO-431103-U0007'],
    ['inspector', 'shenfeijing', '沈飞静', '19900000145', 'DEMO-431103-U0014'],
  ]),
  ...accountsOf('431103-emergency', [
    ['agencyFiler', 'suchenxin', '苏晨欣', '19900000152', 'DEMO-431103-U0052'],
    ['agencyHead', 'fanguili', '范桂丽', '19900000153', 'DEMO-431103-U0055'],
    ['inspector', 'yaokang', '姚康', '19900000154', 'DEMO-431103-U0047'],
    ['inspector', 'xiongwenhan', '熊雯涵', '19900000155', 'DEMO-431103-U0048'],
  ]),
  ...accountsOf('431103-fire', [
    ['agencyFiler', 'zhuzhekang', '朱哲康', '19900000162', 'DEMO-431103-D0088'],
    ['agencyHead', 'daiyuangui', '戴远桂', '19900000163', 'DEMO-431103-U0083'],
    ['inspector', 'yuqi', '于琪', '19900000164', 'DEMO-431103-D0084'],
  ]),
  ...accountsOf('431103-ecology', [
    ['agencyFiler', 'zengxuexiu', '曾雪秀', '19900000172', 'DEMO-431103-U0066'],
    ['agencyHead', 'luolichao', '罗立超', '19900000173', 'DEMO-431103-U0065'],
    ['inspector', 'tanzhesi', '谭哲思', '19900000174', 'DEMO-431103-U0072'],
  ]),
  ...accountsOf('431103-hrss', [
    ['agencyFiler', 'guolinjia', '郭琳嘉', '19900000301', 'DEMO-431103-U0090'],
    ['agencyHead', 'chengchenlei', '程晨磊', '19900000302', 'DEMO-431103-U0096'],
  ]),
  ...accountsOf('431103-health', [
    ['agencyFiler', 'duyumei', '杜宇梅', '19900000303', 'DEMO-431103-U0103'],
    ['agencyHead', 'funa', '傅娜', '19900000304', 'DEMO-431103-U0101'],
  ]),
  ...accountsOf('431103-housing', [
    ['agencyFiler', 'liaominfang', '廖敏芳', '19900000305', 'DEMO-431103-U0115'],
    ['agencyHead', 'suchen', '苏晨', '19900000306', 'DEMO-431103-U0114'],
  ]),
  ...accountsOf('431103-transport', [
    ['agencyFiler', 'mengjiaguo', '孟佳国', '19900000307', 'DEMO-431103-U0127'],
    ['agencyHead', 'hepengna', '何鹏娜', '19900000308', 'DEMO-431103-D0132'],
  ]),
  ...accountsOf('431103-agriculture', [
    ['agencyFiler', 'fanjing', '范静', '19900000309', 'DEMO-431103-U0141'],
    ['agencyHead', 'maxiaoyan', '马晓燕', '19900000310', 'DEMO-431103-U0152'],
  ]),
  ...accountsOf('431103-water', [
    ['agencyFiler', 'qiuhui', '邱辉', '19900000311', 'DEMO-431103-U0155'],
    ['agencyHead', 'houweiwen', '侯伟文', '19900000312', 'DEMO-431103-U0156'],
  ]),
  ...accountsOf('431103-forestry', [
    ['agencyFiler', 'guojunxin', '郭俊新', '19900000313', 'DEMO-431103-U0161'],
    ['agencyHead', 'liangbinlei', '梁斌磊', '19900000314', 'DEMO-431103-U0163'],
  ]),
  ...accountsOf('431103-culture', [
    ['agencyFiler', 'qiuyingqi', '邱英琪', '19900000315', 'DEMO-431103-U0167'],
    ['agencyHead', 'tanglinbin', '唐琳斌', '19900000316', 'DEMO-431103-U0170'],
  ]),
  ...accountsOf('431103-natural-resources', [
    ['agencyFiler', 'jiangjuanjia', '江娟家', '19900000317', 'DEMO-431103-U0175'],
    ['agencyHead', 'yangshi', '杨诗', '19900000318', 'DEMO-431103-U0173'],
  ]),
  ...accountsOf('431103-urban-mgmt', [
    ['agencyFiler', 'songbinlin', '宋斌林', '19900000319', 'DEMO-431103-U0181'],
    ['agencyHead', 'fanlinghua', '范玲华', '19900000320', 'DEMO-431103-U0185'],
  ]),
  ...accountsOf('431103-dev-reform', [
    ['agencyFiler', 'fuhuachen', '傅华晨', '19900000321', 'DEMO-431103-U0192'],
    ['agencyHead', 'zouxiao', '邹晓', '19900000322', 'DEMO-431103-U0191'],
  ]),
  ...accountsOf('431103-statistics', [
    ['agencyFiler', 'gaomei', '高梅', '19900000323', 'DEMO-431103-U0197'],
    ['agencyHead', 'mengchunchao', '孟春超', '19900000324', 'DEMO-431103-U0196'],
  ]),
  ...accountsOf('431103-tax', [
    ['agencyFiler', 'hanxinwen', '韩新文', '19900000325', 'DEMO-431103-D0201'],
    ['agencyHead', 'zhanghaijie', '张海杰', '19900000326', 'DEMO-431103-D0200'],
  ]),
  ...accountsOf('511724-business-environment-office', [
    ['officeClerk', 'jiangxinlan', '蒋欣兰', '19900000201'],
    ['officeDirector', 'penghaoran', '彭浩然', '19900000202'],
    ['systemAdmin', 'yanjunhao', '严俊豪', '19900000203'],
    ['securityAdmin', 'luyuting', '陆雨婷', '19900000204'],
    ['auditAdmin', 'fengshutong', '冯书桐', '19900000205'],
  ]),
  ...accountsOf('511724-justice-bureau', [['witness', 'wugongping', '吴公平', '19900000206']]),
  ...parkAccountsOf('511724', [
    ['territoryOfficer', 'zhoujingkai', '周敬凯', '19900000263'],
    ['contactLeader', 'tanghuaimin', '唐怀民', '19900000266'],
    ['liaison', 'liuxiaolan', '刘晓岚', '19900000267'],
  ]),
  ...accountsOf('511724-amr', [
    ['agencyFiler', 'weibofeng', '韦波峰', '19900000242', 'DEMO-511724-U0031'],
    ['agencyHead', 'fanxiaofang', '范晓芳', '19900000243', 'DEMO-511724-U0008'],
    ['inspector', 'xiaqiangyan', '夏强燕', '19900000244', 'DEMO-511724-U0004'],
    ['inspector', 'jinyuhan', '金宇涵', '19900000245', 'DEMO-511724-U0006'],
  ]),
  ...accountsOf('511724-emergency', [
    ['agencyFiler', 'xiaxinjie', '夏新杰', '19900000252', 'DEMO-511724-U0052'],
    ['agencyHead', 'fanqifei', '范琪飞', '19900000253', 'DEMO-511724-U0061'],
    ['inspector', 'zhangyan', '张燕', '19900000254', 'DEMO-511724-U0063'],
  ]),
  ...accountsOf('511724-fire', [
    ['agencyFiler', 'yaobinfang', '姚斌芳', '19900000262', 'DEMO-511724-D0088'],
    ['agencyHead', 'xieyongdong', '谢勇东', '19900000263', 'DEMO-511724-U0089'],
    ['inspector', 'huangdongjian', '黄东建', '19900000264', 'DEMO-511724-D0087'],
  ]),
  ...accountsOf('511724-ecology', [
    ['agencyFiler', 'xiayan', '夏艳', '19900000401', 'DEMO-511724-U0066'],
    ['agencyHead', 'mengguihui', '孟桂辉', '19900000402', 'DEMO-511724-U0065'],
  ]),
  ...accountsOf('511724-hrss', [
    ['agencyFiler', 'lianghaiyang', '梁海洋', '19900000403', 'DEMO-511724-U0090'],
    ['agencyHead', 'fujun', '傅俊', '19900000404', 'DEMO-511724-U0096'],
  ]),
  ...accountsOf('511724-health', [
    ['agencyFiler', 'zhengxiuling', '郑秀玲', '19900000405', 'DEMO-511724-U0101'],
    ['agencyHead', 'wanghan', '王涵', '19900000406', 'DEMO-511724-U0111'],
  ]),
  ...accountsOf('511724-housing', [
    ['agencyFiler', 'guozhijuan', '郭志娟', '19900000407', 'DEMO-511724-U0114'],
    ['agencyHead', 'yangjiayong', '杨家勇', '19900000408', 'DEMO-511724-U0116'],
  ]),
  ...accountsOf('511724-transport', [
    ['agencyFiler', 'weiyanjie', '魏艳杰', '19900000409', 'DEMO-511724-U0127'],
    ['agencyHead', 'zhouhaijun', '周海军', '19900000410', 'DEMO-511724-D0133'],
  ]),
  ...accountsOf('511724-agriculture', [
    ['agencyFiler', 'zhangxinhan', '张新涵', '19900000411', 'DEMO-511724-U0142'],
    ['agencyHead', 'yinbin', '尹斌', '19900000412', 'DEMO-511724-U0143'],
  ]),
  ...accountsOf('511724-water', [
    ['agencyFiler', 'yejingyan', '叶静艳', '19900000413', 'DEMO-511724-U0156'],
    ['agencyHead', 'chenxiaochao', '陈晓超', '19900000414', 'DEMO-511724-U0155'],
  ]),
  ...accountsOf('511724-forestry', [
    ['agencyFiler', 'luoleibo', '罗磊波', '19900000415', 'DEMO-511724-U0164'],
    ['agencyHead', 'xiaozibin', '萧子斌', '19900000416', 'DEMO-511724-U0161'],
  ]),
  ...accountsOf('511724-culture', [
    ['agencyFiler', 'zhouyangmei', '周洋梅', '19900000417', 'DEMO-511724-U0167'],
    ['agencyHead', 'hanjiewei', '韩杰伟', '19900000418', 'DEMO-511724-U0168'],
  ]),
  ...accountsOf('511724-natural-resources', [
    ['agencyFiler', 'yuanjiali', '袁嘉立', '19900000419', 'DEMO-511724-U0176'],
    ['agencyHead', 'tianchunfeng', '田春峰', '19900000420', 'DEMO-511724-U0175'],
  ]),
  ...accountsOf('511724-urban-mgmt', [
    ['agencyFiler', 'xiawen', '夏文', '19900000421', 'DEMO-511724-U0181'],
    ['agencyHead', 'jiahaijia', '贾海嘉', '19900000422', 'DEMO-511724-U0186'],
  ]),
  ...accountsOf('511724-dev-reform', [
    ['agencyFiler', 'cuijunsi', '崔军思', '19900000423', 'DEMO-511724-U0192'],
    ['agencyHead', 'chengxiaohui', '程晓辉', '19900000424', 'DEMO-511724-U0191'],
  ]),
  ...accountsOf('511724-statistics', [
    ['agencyFiler', 'renfangjia', '任芳嘉', '19900000425', 'DEMO-511724-U0196'],
    ['agencyHead', 'wangtaoli', '汪涛丽', '19900000426', 'DEMO-511724-D0195'],
  ]),
  ...accountsOf('511724-tax', [
    ['agencyFiler', 'duminhong', '杜敏红', '19900000427', 'DEMO-511724-D0200'],
    ['agencyHead', 'cuiyuanhua', '崔远华', '19900000428', 'DEMO-511724-D0199'],
  ]),
];
