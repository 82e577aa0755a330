/** What the API answers: kept as it is for an idempotency key. From 400 on it is a problem document. */
export type Answer = {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in place of the body, for open data in another form than JSON. */
  readonly text?: { readonly type: string; readonly content: string };
};

/** The answer as HTTP. Nothing of the API may be kept by a cache. */
export function toResponse({ status, body, headers, text }: Answer, requestId: string): Response {
  const type = text?.type ?? (status >= 400 ? 'application/problem+json' : 'application/json');
  const fixed = { 'content-type': type, 'cache-control': 'no-store', 'x-request-id': requestId };
  return new Response(text?.content ?? JSON.stringify(body), { status, headers: { ...fixed, ...headers } });
}
