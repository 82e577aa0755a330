'use server';

import { formAction } from '#platform/form-action.ts';
import { adminScope } from '#platform/scope.ts';
import { checkChain } from './commands.ts';
import { auditCheck } from './schema.ts';

export const checkChainAction = formAction({
  name: 'audit.check',
  permission: 'audit.list',
  scope: adminScope,
  input: auditCheck,
  command: checkChain,
  then: ({ length, broken }, { year }) => ({
    shown:
      broken === null
        ? `${year} 年的 ${length} 条记录首尾相连，核对一致。`
        : `${year} 年的第 ${broken} 条记录对不上，请保护现场并报告区县办公室。`,
  }),
});
