export { createDemoBase, DEMO_PASSWORD, DEMO_USERS, type DemoOptions } from './demo-base.ts';
export { type Random, seededRandom } from './random.ts';
export { type ExtractOptions, type ExtractSize, generateExtract } from './generate-extract.ts';
