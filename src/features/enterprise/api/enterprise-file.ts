import 'server-only';
import { notFound } from 'next/navigation';
import { isPermitted } from '#domain/access/permissions.ts';
import { maskPhone } from '#domain/enterprise/mask-phone.ts';
import { enterpriseFields } from '#domain/register/enterprise-fields.ts';
import { runCommand } from '#platform/command.ts';
import { requestId } from '#platform/request.ts';
import { requirePlanner } from '#platform/session.ts';
import { answerTable, type TableFile } from '#platform/table-file.ts';
import { exportEnterprises } from '../commands/export-enterprises.ts';
import { saySize, statusLabels } from '../labels.ts';
import type { EnterpriseRow } from '../queries/list-enterprises.ts';
import { enterpriseFilter } from '../schema.ts';

const yes = (value: boolean) => (value ? '是' : '否');
const widths: Readonly<Record<string, number>> = { uscc: 22, name: 34, address: 40, industry: 24 };

/** The cells in the order of the import's columns, so that a file taken out can be brought in again. */
const cellsOf = (row: EnterpriseRow) => ({
  ...{
    uscc: row.uscc,
    name: row.name,
    territory: row.territory,
    inPark: yes(row.inPark),
    industry: row.industryName,
    size: saySize(row.size),
  },
  ...{ risk: row.risk, keyEnterprise: yes(row.keyEnterprise), undisturbed: yes(row.undisturbed), address: row.address },
  ...{ contactName: row.contactName, contactPhone: maskPhone(row.contactPhone), status: statusLabels[row.status].word },
});

function tableOf(rows: readonly EnterpriseRow[]): TableFile {
  return {
    name: '企业名录',
    plainName: 'enterprises',
    sheet: '企业名录',
    columns: enterpriseFields.map(({ field, heading }) => ({ header: heading, width: widths[field] ?? 14 })),
    rows: rows.map((row) => {
      const cells = cellsOf(row);
      return enterpriseFields.map(({ field }) => cells[field]);
    }),
  };
}

/** The register under the filters of the address as a file, telephone numbers masked; each copy taken is recorded. */
export async function answerEnterpriseFile(request: Request, kind: 'xlsx' | 'csv'): Promise<Response> {
  const scope = await requirePlanner();
  const { actor } = scope;
  if (actor.type !== 'user' || !isPermitted(actor.role, 'enterprise.list')) notFound();
  const filter = enterpriseFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const origin = { actor, requestId: await requestId(), districtCode: scope.districtCode };
  const outcome = await runCommand({ scope, origin, command: (context) => exportEnterprises(context, filter) });
  return outcome.ok ? answerTable(tableOf(outcome.value), kind) : notFound();
}
