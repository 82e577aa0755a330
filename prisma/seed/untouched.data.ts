/** Real names from the press report: no visit, finding or rating is made up for them. */
export const untouchedEnterprises: readonly string[] = [
  '91511724YQ54FRRD92', // 四川英诺维新材料科技有限公司
  '91511724YQK5BWJW37', // 四川琨奇尔文化创意有限公司
  '91511724YQBDDECMXU', // 四川川环科技股份有限公司
];
