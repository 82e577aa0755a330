// Plain JavaScript without dependencies: the only part of the project that runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ends the program with a message unless this Node is new enough. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请升级后重试。`);
  process.exit(1);
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

// npm writes the second file at the end of each install: what it holds is what really lies in node_modules.
function isInstalled(withDevelopment) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      entry.peer ||
      (entry.dev && !withDevelopment) ||
      present[path]?.version === entry.version,
  );
}

function runNpm(words) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: undefined } };
  if (script?.endsWith('.js')) return spawnSync(process.execPath, [script, ...words], options);
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
}

/** Runs `npm ci` where node_modules is missing or does not match package-lock.json; ends the program if that fails. */
export function ensureInstalled({ withDevelopment }) {
  if (isInstalled(withDevelopment)) return;
  console.log('正在安装依赖（npm ci），第一次需要几分钟……');
  const { status } = runNpm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) return;
  console.error('依赖未能安装。请检查网络或 npm 源，再重新运行。');
  process.exit(1);
}
