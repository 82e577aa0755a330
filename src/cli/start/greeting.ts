import { demoAccounts, demoPassword } from '#seed/accounts.data.ts';
import type { Settings } from './settings.ts';

// A Chinese character takes two columns of a terminal.
function pad(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}

function accountLines(): string[] {
  const heads = `  ${pad('区县', 12)}${pad('用户名', 20)}${pad('角色', 20)}姓名`;
  const rows = demoAccounts.map(
    (account) => `  ${pad(account.district, 12)}${pad(account.username, 20)}${pad(account.role, 20)}${account.name}`,
  );
  return [`演示账号（密码都是 ${demoPassword}）：`, heads, ...rows];
}

const thingsToTry = [
  '可以试试：',
  '  1. 用冷水滩区的填报人登录，给一家企业填备案，把检查日选在下月 10 日：看它为什么不合规定，再选一个可行的日期提交。',
  '  2. 换成同一单位的负责人登录，审批这份备案：生成备案编号和查验码。',
  '  3. 退出登录，打开查验码页面：企业扫码后看到的就是它。再用大竹县的账号填同样的 10 日，对照两地规定的不同。',
];

/** What the operator reads once everything runs. */
export function greeting({ demo, address, port }: Settings): string {
  const lines = ['', `宁企通已启动：${address}`];
  if (!address.endsWith(`:${port}`)) lines.push(`本机端口：${port}`);
  if (demo) lines.push('', ...accountLines(), '', ...thingsToTry);
  return [...lines, '', '按 Ctrl-C 停止。', ''].join('\n');
}
