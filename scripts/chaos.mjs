/** `npm run chaos -- --seconds N --seed S`: everything goes wrong at once, then what was lost or doubled is counted. */
import { ensureInstalled, runNode } from './toolchain.mjs';

ensureInstalled();
process.exitCode = await runNode(['e2e/chaos/main.ts', ...process.argv.slice(2)]);
