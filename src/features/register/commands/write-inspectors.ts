import 'server-only';
import type { InspectorValues } from '#domain/register/inspector-fields.ts';
import { Prisma, type Tx } from '#platform/db.ts';

export type WrittenInspector = { readonly id: string; readonly values: InspectorValues };

/** A number once stored keeps its writing, however a later sheet writes it: frozen records of draws name people by it. */
const changed = Prisma.raw('name, credential_kind, valid_from, valid_to, groups');
const columns = Prisma.sql`credential_no, ${changed}`;

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
  const count = await tx.$executeRaw(Prisma.sql`UPDATE inspector SET (${changed}) = (SELECT ${changed} FROM (SELECT given.*) one)
    FROM json_populate_recordset(null::inspector, ${rowsOf(written)}::json) given
    WHERE inspector.id = given.id AND inspector.agency_code = ${agencyCode}`);
  if (count !== written.length) throw new Error('an inspector who was to be changed is not there');
}
