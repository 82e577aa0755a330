import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.tmp/test-results',
  globalSetup: './tests/support/journey-run.ts',
  fullyParallel: false,
  // A journey waits for pages half of its time; beyond one more than the cores, pages only wait for each other.
  workers: availableParallelism() + 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.tmp/playwright.json' }]],
  use: {
    baseURL: process.env.JOURNEY_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.BROWSER_PATH ?? '', args: [...sandbox, '--disable-dev-shm-usage', '--disable-gpu'] },
  },
  // `x.spec.ts` runs on both; a journey that may happen only once to the data names its screen: `x.desktop.spec.ts`, `x.phone.spec.ts`.
  projects: [
    { name: 'desktop', testIgnore: /\.phone\.spec\.ts$/, use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', testIgnore: /\.desktop\.spec\.ts$/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
