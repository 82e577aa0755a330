import 'server-only';
import { notFound } from 'next/navigation';
import { isPermitted } from '#domain/access/permissions.ts';
import { isoOf } from '#domain/calendar/iso.ts';
import type { EmergencyState } from '#domain/emergency/states.ts';
import { runCommand } from '#platform/command.ts';
import { requestId } from '#platform/request.ts';
import { requirePlanner } from '#platform/session.ts';
import { answerTable, type TableFile } from '#platform/table-file.ts';
import { exportEmergencies } from '../commands/export-emergencies.ts';
import { stateWords } from '../labels.ts';
import type { EmergencyRow } from '../queries/list-emergencies.ts';
import { deskQuery } from '../schema.ts';

const columns: readonly { header: string; width: number; cell: (row: EmergencyRow) => string }[] = [
  { header: '备案编号', width: 28, cell: ({ filingNo }) => filingNo },
  { header: '单位', width: 16, cell: ({ agency }) => agency },
  { header: '企业', width: 34, cell: ({ enterprise }) => enterprise },
  { header: '统一社会信用代码', width: 22, cell: ({ uscc }) => uscc },
  { header: '来电时间', width: 26, cell: ({ calledAt }) => isoOf(calledAt) },
  { header: '来电人', width: 12, cell: ({ caller }) => caller },
  { header: '紧急理由', width: 40, cell: ({ reason }) => reason },
  { header: '结束时间', width: 26, cell: ({ endedAt }) => (endedAt ? isoOf(endedAt) : '') },
  { header: '补报期限', width: 14, cell: ({ dueDay }) => dueDay ?? '' },
  { header: '补报时间', width: 26, cell: ({ supplementedAt }) => (supplementedAt ? isoOf(supplementedAt) : '') },
];

function tableOf(rows: readonly EmergencyRow[], state: EmergencyState): TableFile {
  return {
    name: `紧急备案-${stateWords[state]}`,
    plainName: `emergencies-${state}`,
    sheet: stateWords[state],
    columns: columns.map(({ header, width }) => ({ header, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** The emergencies in one state as a file, for the bulletin; overdue ones where none is named. Each copy taken is recorded. */
export async function answerEmergencyFile(request: Request): Promise<Response> {
  const scope = await requirePlanner();
  const { actor } = scope;
  if (actor.type !== 'user' || !isPermitted(actor.role, 'emergency.list')) notFound();
  const { state = 'overdue' } = deskQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const origin = { actor, requestId: await requestId(), districtCode: scope.districtCode };
  const outcome = await runCommand({ scope, origin, command: (context) => exportEmergencies(context, { state }) });
  return outcome.ok ? answerTable(tableOf(outcome.value, state), 'csv') : notFound();
}
