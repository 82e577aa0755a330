import 'server-only';
import { runCommand } from '#platform/command.ts';
import { log } from '#platform/log.ts';
import { publicScope } from '#platform/scope.ts';
import { noteScan } from '../commands/note-scan.ts';
import type { CodeView } from '../queries.ts';

/** Whether somebody looks, and not a program ahead of somebody: no HEAD, no prefetch, no preview that says it is one. */
function isLook({ method, headers }: Request): boolean {
  const ahead = [headers.get('purpose'), headers.get('sec-purpose'), headers.get('x-purpose'), headers.get('x-moz')].join(' ');
  const agent = headers.get('user-agent') ?? '';
  return method === 'GET' && !/prefetch|prerender|preview/i.test(ahead) && !/bot\b|crawler|spider|preview|externalhit/i.test(agent);
}

/** Counts the first look behind a genuine code. The page is shown all the same where this fails: it is no condition of the answer. */
export async function countLook(request: Request, view: CodeView): Promise<CodeView> {
  const look = view.state === 'genuine' ? view.firstLook : null;
  if (!look || !isLook(request)) return view;
  const actor = { type: 'public' as const };
  const origin = { actor, requestId: request.headers.get('x-request-id') ?? 'none', districtCode: look.district };
  try {
    await runCommand({ scope: publicScope(actor), origin, command: (context) => noteScan(context, look) });
  } catch (error) {
    log.error({ err: error }, 'a first look could not be counted');
  }
  return view;
}
