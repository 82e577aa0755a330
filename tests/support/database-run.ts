import type { TestProject } from 'vitest/node';
import { ensureClient } from '#cli/start/build.ts';
import type { TestServer } from './test-connection.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** Once for a run of the integration tests: one server, one template; gone when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureClient();
  const { prepareTestServer } = await import('./test-server.ts');
  const { server, stop } = await prepareTestServer();
  project.provide('server', server);
  return stop;
}
