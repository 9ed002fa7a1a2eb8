/** `npm run fuzz -- --seed N --cases N`: requests with an edge in them, to every field and with every operation. */
import { ensureInstalled, runNode } from './toolchain.mjs';

ensureInstalled();
process.exitCode = await runNode(['hub/src/testing/fuzz/main.ts', ...process.argv.slice(2)]);
