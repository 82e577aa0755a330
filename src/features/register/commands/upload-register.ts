import 'server-only';
import type { Command } from '#platform/command.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { RegisterKind } from '../labels.ts';
import { placeOf } from '../queries/import-place.ts';
import type { UploadedRegister } from '../schema.ts';

type Scope = AgencyScope | OfficeScope;

/** The person who sends a file: keys of the API send none. */
function senderOf({ actor }: Scope): string {
  if (actor.type !== 'user') throw new Error('registers are imported by people');
  return actor.id;
}

/** Keeps a file as it came and queues its reading: nothing of it is opened here. */
export async function uploadRegister(
  { tx, scope, record }: Command<Scope>,
  { name, bytes }: UploadedRegister,
): Promise<Outcome<{ import: string; kind: RegisterKind }>> {
  const place = placeOf(scope);
  const [id, sha256] = [newId(), hashText(bytes)];
  const file = { fileName: name, sha256, size: bytes.length, bytes };
  await tx.registerImport.create({ data: { id, ...place, ...file, status: 'received', receivedById: senderOf(scope) } });
  await enqueue(tx, 'register-read', { import: id });
  record('register.uploaded', id, { kind: place.kind, fileName: name, sha256, size: bytes.length });
  return ok({ import: id, kind: place.kind });
}
