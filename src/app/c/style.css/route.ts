import { staticStyleSheet } from '#platform/static-page.ts';

/** The style sheet of the pages without scripts. */
export function GET(): Response {
  return new Response(staticStyleSheet(), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
