/** 无事不扰: enterprises that routine checks leave alone. Made up for the demo, all of low risk. */
export const undisturbedEnterprises: ReadonlySet<string> = new Set([
  '91431103YQB0FUGAX8', // 永州例源钢结构有限公司
  '91431103YQ9ULQ095C', // 永州市冷水滩区例兴家电商行有限公司
  '91431103YQH3LY2L8B', // 永州市示河纸业有限责任公司
  '91431103YQ8H9TJL31', // 湖南试康电子科技有限公司
  '91431103YQTRXWP49W', // 永州市拟富冷链仓储有限公司
  '91431103YQWJ3CLB0L', // 永州市样正路桥工程有限公司
  '91431103YQDXYA2B1K', // 永州市演玉物业服务有限公司
  '91431103YQRD8BY54K', // 永州市冷水滩区样康市政工程有限公司
  '91431103YQ7WXFEY23', // 湖南拟江水泥制品有限公司
  '91511724YQPMTAH958', // 达州示海制衣有限公司
  '91511724YQL19GCU63', // 达州演铜中药饮片有限公司
  '91511724YQDLPLW88F', // 大竹试兴医药连锁有限责任公司
  '91511724YQMXELFF4K', // 达州示石木业有限责任公司
  '91511724YQ7KU4067Y', // 达州试方日用品制造有限公司
  '91511724YQ0EBM7341', // 四川演银石材有限公司
  '91511724YQHYL1G388', // 大竹县演康电源科技有限责任公司
  '91511724YQ0Q8J4J26', // 大竹县例铁医药连锁有限公司
  '91511724YQRUKQQR5B', // 大竹演佳苎麻纺织有限责任公司
]);
