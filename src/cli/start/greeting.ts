import { accountLines, readDemoUnits } from './accounts.ts';
import type { Settings } from './settings.ts';

const thingsToTry = [
  '可以试试：',
  '  1. 用冷水滩区市场监管局的填报人登录，给一家企业填备案，检查日选下月 10 日：看它为什么不合规定，再取一个可行的日期提交。',
  '  2. 换成同一单位的分管负责人登录，审批这份备案：生成备案编号和查验码。',
  '  3. 退出登录，打开查验码页面：企业扫码后看到的就是它。再用大竹县的账号填同样的 10 日，对照两地规定的不同。',
  '  4. 用任一单位的填报人打开“申报”，导入 prisma/seed/data/plans 里它的申报表；换分管负责人送办，再换营商办经办审核、合并、发布。',
];

/** What the operator reads once everything runs. Takes the owner's connection string. */
export async function greeting({ demo, address, port }: Settings, ownerUrl: string): Promise<string> {
  const lines = ['', `宁企通已启动：${address}`];
  if (!address.endsWith(`:${port}`)) lines.push(`本机端口：${port}`);
  if (demo) lines.push('', ...accountLines(await readDemoUnits(ownerUrl)), '', ...thingsToTry);
  return [...lines, '', '按 Ctrl-C 停止。', ''].join('\n');
}
