import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadEvidence } from '#features/finding/queries/load-evidence.ts';
import { requireFilingReader } from '#platform/session.ts';

/** A photo of a visit, to those whose scope reaches it: as a file to keep, never as a page. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const scope = await requireFilingReader();
  const id = z.uuid().safeParse((await params).id);
  const photo = id.success ? await loadEvidence(scope, id.data) : null;
  if (!photo) notFound();
  const name = `${photo.id}.${photo.mime === 'image/webp' ? 'webp' : 'jpg'}`;
  const headers = {
    'content-type': photo.mime,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  };
  return new Response(new Uint8Array(photo.bytes), { headers });
}
