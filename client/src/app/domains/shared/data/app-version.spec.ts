import { readFileSync } from 'node:fs';
import { APP_VERSION } from './app-version.ts';

it('is the version of the package', () => {
  const manifest = readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8');
  expect(APP_VERSION).toBe((JSON.parse(manifest) as { version: string }).version);
});
