// What `npm test` runs: installs and generates what is missing, then every check, and counts. Plain JavaScript: nothing is installed yet.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from '../src/cli/install.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const plain = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
const results = [];

const count = (name, passed, failed, since) => {
  const seconds = Math.round((performance.now() - since) / 1000);
  results.push({ name, passed, failed, seconds });
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}  ${seconds} s`);
};

/** Runs a program of a package (or a script) with this Node; gives its status and, where it is not shown live, its output. */
function run(words, { live = false } = {}) {
  return new Promise((resolve) => {
    const stdio = live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(process.execPath, words, { cwd: root, stdio, env: live && process.stdout.isTTY ? process.env : plain });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A check that either holds or does not; what it said is shown where it does not. */
async function check(name, words) {
  const since = performance.now();
  const { code, output } = await run(words);
  if (code !== 0) console.log(output);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, since);
  return code === 0;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file that fails before its first test counts as one failure. */
function countVitest(report) {
  const silent = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + silent.length };
}

function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/** A suite with a report; a run that ends badly without a failed test is a failure as well. */
async function suite(name, words, { report: path, read }) {
  const since = performance.now();
  rmSync(path, { force: true });
  const { code } = await run(words, { live: true });
  const report = readReport(path);
  const { passed, failed } = report ? read(report) : { passed: 0, failed: 1 };
  count(name, passed, code !== 0 && failed === 0 ? 1 : failed, since);
}

const program = (name, path) => `node_modules/${name}/${path}`;

async function runAll() {
  const build = ['--import', 'tsx', '--eval', `import('./src/cli/start/build.ts').then(({ ensureBuild }) => ensureBuild(() => undefined))`];
  const typesAfterBuild = async () => {
    const isBuilt = await check('build', build);
    await check('types', [program('typescript', 'bin/tsc'), '--noEmit']);
    return isBuilt;
  };
  const structure = async () => {
    await check('format and lint', [program('@biomejs/biome', 'bin/biome'), 'ci', '--colors=off']);
    await check('import rules', [program('dependency-cruiser', 'bin/dependency-cruise.mjs'), 'src', 'prisma/seed', 'tests']);
    await check('dead code', [program('knip', 'bin/knip.js'), '--no-progress', '--no-config-hints']);
  };
  const [isBuilt] = await Promise.all([typesAfterBuild(), structure()]);
  const vitest = [program('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', '--outputFile=.tmp/vitest.json'];
  await suite('unit and integration', vitest, { report: '.tmp/vitest.json', read: countVitest });
  if (!isBuilt) return count('browser', 0, 1, performance.now());
  await suite('browser', [program('@playwright/test', 'cli.js'), 'test'], { report: '.tmp/playwright.json', read: countPlaywright });
}

process.chdir(root);
requireNode();
ensureInstalled({ withDevelopment: true });
mkdirSync('.tmp', { recursive: true });
const generate = `import('./src/cli/start/build.ts').then(({ ensureClient }) => ensureClient())`;
if (await check('generated client', ['--import', 'tsx', '--eval', generate])) await runAll();

const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(`${name.padEnd(24)}${String(passed).padStart(6)} passed${String(failed).padStart(6)} failed${String(seconds).padStart(6)} s`);
}
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
