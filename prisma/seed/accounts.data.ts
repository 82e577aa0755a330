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
  | 'auditAdmin';

export type DemoAccount = {
  readonly districtCode: string;
  readonly agencyCode: string;
  readonly username: string;
  readonly name: string;
  readonly phone: string;
  readonly role: DemoRole;
  /** The person's credential where they have one. */
  readonly credentialNo?: string;
};

type Line = readonly [role: DemoRole, username: string, name: string, phone: string, credentialNo?: string];

function accountsOf(agencyCode: string, lines: readonly Line[]): DemoAccount[] {
  const districtCode = agencyCode.slice(0, 6);
  return lines.map(([role, username, name, phone, credentialNo]) => ({
    ...{ districtCode, agencyCode, username, name, phone, role },
    ...(credentialNo === undefined ? {} : { credentialNo }),
  }));
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
  ...accountsOf('511724-business-environment-office', [
    ['officeClerk', 'jiangxinlan', '蒋欣兰', '19900000201'],
    ['officeDirector', 'penghaoran', '彭浩然', '19900000202'],
    ['systemAdmin', 'yanjunhao', '严俊豪', '19900000203'],
    ['securityAdmin', 'luyuting', '陆雨婷', '19900000204'],
    ['auditAdmin', 'fengshutong', '冯书桐', '19900000205'],
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
];
