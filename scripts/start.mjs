/** `npm start`: installs what is missing, builds the web app, then serves hub and app with demo data on first run. */
import { ensureInstalled, ensureWebApp, hubNodeFlags, runNode } from './toolchain.mjs';

ensureInstalled();
ensureWebApp();
process.exitCode = await runNode([...hubNodeFlags, 'hub/src/main.ts', '--demo', ...process.argv.slice(2)]);
