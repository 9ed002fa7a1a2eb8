/** `npm run bench`: ratios of what we do against the plainest way to do it, all in one run. */
import { ensureInstalled, ensureWebApp, runNode } from './toolchain.mjs';

ensureInstalled();
ensureWebApp();
process.exitCode = await runNode(['--expose-gc', 'e2e/bench/main.ts', ...process.argv.slice(2)]);
