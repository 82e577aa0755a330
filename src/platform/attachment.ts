import 'server-only';

/** A file to keep, never shown in the page's own name; the name is the one given, for browsers of any age. */
export function attachment({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(bytes, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}
