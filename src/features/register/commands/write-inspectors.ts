import 'server-only';
import type { InspectorValues } from '#domain/register/inspector-fields.ts';
import { Prisma, type Tx } from '#platform/db.ts';

export type WrittenInspector = { readonly id: string; readonly values: InspectorValues };

const columns = Prisma.raw('name, credential_no, credential_kind, valid_from, valid_to, groups');

function rowsOf(written: readonly WrittenInspector[]): string {
  return JSON.stringify(
    written.map(({ id, values }) => ({
      ...{ id, name: values.name, credential_no: values.credentialNo, credential_kind: values.credentialKind },
      ...{ valid_from: values.validFrom, valid_to: values.validTo, groups: values.groups },
    })),
  );
}

/** Adds inspectors to an agency's register in one statement; a responsible leader is none of them. */
export async function insertInspectors(tx: Tx, agencyCode: string, written: readonly WrittenInspector[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`INSERT INTO inspector (id, agency_code, responsible_leader, ${columns})
    SELECT id, ${agencyCode}, false, ${columns} FROM json_populate_recordset(null::inspector, ${rowsOf(written)}::json)`);
}

/** Makes inspectors say what they are given to say, in one statement. */
export async function updateInspectors(tx: Tx, agencyCode: string, written: readonly WrittenInspector[]): Promise<void> {
  const count = await tx.$executeRaw(Prisma.sql`UPDATE inspector SET (${columns}) = (SELECT ${columns} FROM (SELECT given.*) one)
    FROM json_populate_recordset(null::inspector, ${rowsOf(written)}::json) given
    WHERE inspector.id = given.id AND inspector.agency_code = ${agencyCode}`);
  if (count !== written.length) throw new Error('an inspector who was to be changed is not there');
}
