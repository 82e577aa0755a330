// What `npm start` and `npm run dev` run first: makes sure of Node and the packages, then hands over to TypeScript.
import { ensureInstalled, requireNode } from './install.mjs';

requireNode();
ensureInstalled({ withDevelopment: false });
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./start/main.ts');
await main({ dev: process.argv.includes('--dev') });
