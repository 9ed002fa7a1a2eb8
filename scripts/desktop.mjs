/** `npm run desktop`: installs what is missing, builds the web app, then starts it in Electron. */
import { ensureInstalled, ensureWebApp, runNode } from './toolchain.mjs';

ensureInstalled();
ensureWebApp();
process.exitCode = await runNode(['client/electron/desktop.ts', ...process.argv.slice(2)]);
