// Runs before each file of integration tests, so that whatever it imports finds its settings.
import { AsyncLocalStorage } from 'node:async_hooks';
import { useDatabase } from './database.ts';

// The framework's request scope is built on it and looks for it here, as its own server provides it.
Object.assign(globalThis, { AsyncLocalStorage });

Object.assign(process.env, {
  DATABASE_URL: useDatabase().appUrl,
  NEXTAUTH_SECRET: 'a-secret-that-is-only-good-for-tests',
  NEXTAUTH_URL: 'http://localhost:3000',
  NINGQI_DEMO: '1',
  LOG_LEVEL: 'silent',
});
