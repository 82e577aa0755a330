import type { Instrumentation } from 'next';

/** Called by Next once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { boot } = await import('#platform/boot.ts');
  boot();
  const [{ startJobs }, { jobs }] = await Promise.all([import('#platform/jobs.ts'), import('#jobs.ts')]);
  await startJobs(jobs);
}

/** Called by Next for every error that a page, action or route let through: logged with the request's id, never its body or address. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('#platform/request-error.ts');
  logRequestError(error, {
    requestId: request.headers['x-request-id'],
    method: request.method,
    route: context.routePath,
    type: context.routeType,
  });
};
