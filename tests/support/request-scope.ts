import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store.js';
import { encode } from 'next-auth/jwt';
import { sessionCookie } from '#platform/auth-options.ts';
import { env } from '#platform/env.ts';
import type { FormAction } from '#platform/form-action.ts';
import type { FormState } from '#platform/form-state.ts';

/** Who asks: with the secret of a session, with a cookie as it was set, or nobody; and from where. */
export type Caller = { readonly secret?: string | undefined; readonly cookie?: string | undefined; readonly address?: string };

async function headersOf({ secret, cookie, address = '192.0.2.1' }: Caller): Promise<Headers> {
  const headers = new Headers({ 'x-forwarded-for': address, 'x-request-id': 'test' });
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (secret === undefined) return headers;
  headers.set('cookie', `${sessionCookie().name}=${await encode({ token: { sid: secret }, secret: env().NEXTAUTH_SECRET })}`);
  return headers;
}

/** Runs work inside a request of the framework's own making, so that cookies, headers and redirects are the real ones. */
export async function inRequest<T>(caller: Caller, work: () => Promise<T>): Promise<{ result: T; cookies: string[] }> {
  const cookies: string[] = [];
  const request = { headers: await headersOf(caller), url: 'http://localhost:3000/' };
  const url = { pathname: '/', search: '' };
  type Stores = Parameters<typeof createRequestStoreForAPI>;
  const preview = undefined as unknown as Stores[4];
  const store = createRequestStoreForAPI(
    request as unknown as Stores[0],
    url as Stores[1],
    [] as unknown as Stores[2],
    (set) => cookies.push(...set),
    preview,
    undefined,
  );
  const page = { page: '/page', route: '/', refreshTagsByCacheKind: new Map() } as unknown as Parameters<typeof workAsyncStorage.run>[0];
  const result = await workAsyncStorage.run(page, () => workUnitAsyncStorage.run(store, work));
  return { result, cookies };
}

/** What came of an action: the form again, or the address it leads to. */
export type Acted = { readonly state: FormState | null; readonly to: string | null; readonly cookies: readonly string[] };

function redirectOf(error: unknown): string | null {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return /^NEXT_REDIRECT;[a-z]+;(.*);\d+;$/.exec(digest)?.[1] ?? null;
}

/** Presses a button: runs a server action with a form, as the framework does. */
export async function press(
  action: FormAction,
  caller: Caller,
  fields: Readonly<Record<string, string | readonly string[] | File>> = {},
): Promise<Acted> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each as string | File);
  const { result, cookies } = await inRequest(caller, async () => {
    try {
      return { state: await action(null, form), to: null };
    } catch (error) {
      const to = redirectOf(error);
      if (to === null) throw error;
      return { state: null, to };
    }
  });
  return { ...result, cookies };
}
