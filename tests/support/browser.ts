import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#cli/paths.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// It unpacks into the temporary folder and trusts what lies there, so it gets one of the project's own.
async function unpackBrowser(): Promise<string> {
  const folder = join(projectRoot, '.tmp/browser');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** The browser for the journeys: BROWSER_PATH, else one installed on this machine, else the one inside an npm package. */
export async function findBrowser(): Promise<string> {
  return process.env.BROWSER_PATH || installed.find((path) => existsSync(path)) || (await unpackBrowser());
}
