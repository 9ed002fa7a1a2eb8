import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FoundBrowser } from './find-browser.ts';

/**
 * The Chromium that `@sparticuz/chromium` ships, unpacked into the temporary folder with the libraries and fonts that
 * a bare Debian lacks.
 * @returns null where the package has no browser for this machine (it has one for Linux on x64)
 */
export async function unpackedChromium(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  const packages = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  await inflate(join(packages, 'al2023.tar.br'));
  return {
    path,
    env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') },
  };
}
