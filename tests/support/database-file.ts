// Runs before each file of integration tests, so that whatever it imports finds its settings.
import { useDatabase } from './database.ts';

Object.assign(process.env, {
  DATABASE_URL: useDatabase().appUrl,
  NEXTAUTH_SECRET: 'a-secret-that-is-only-good-for-tests',
  NEXTAUTH_URL: 'http://localhost:3000',
  NINGQI_DEMO: '1',
  LOG_LEVEL: 'silent',
});
