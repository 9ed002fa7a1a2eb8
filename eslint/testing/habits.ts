/** One rule of the project: texts it must report, and texts of the same kind that it must leave alone. */
export interface Habit {
  rule: string;
  reported: readonly (readonly [file: string, code: string])[];
  left: readonly (readonly [file: string, code: string])[];
}

const SERVICE = 'hub/src/modules/visit/visit.service.ts';
const CARD = 'client/src/app/domains/client/ui/client-card';
const SCHEMA = 'graphql/schema/planted.graphql';

const lines = (count: number): string => 'export {};\n'.repeat(count);
const functionOf = (count: number): string => `export function long() {\n${'  long();\n'.repeat(count)}}\n`;
const branches = (count: number): string =>
  `export function f(a: number) {\n${'  if (a) f(a);\n'.repeat(count)}}\n`;

const code: Habit[] = [
  {
    rule: 'no-restricted-properties',
    reported: [
      [SERVICE, 'export const port = process.env.PORT;'],
      [SERVICE, 'const { env } = process; export const port = env.PORT;'],
      ['client/electron/main.ts', 'export const { HOME } = process.env;'],
    ],
    left: [
      ['hub/src/environment.ts', 'export const port = process.env.PORT;'],
      ['e2e/environment.ts', 'export const port = process.env.PORT;'],
      [SERVICE, 'export const pid = process.pid;'],
    ],
  },
  {
    rule: 'no-restricted-imports',
    reported: [
      [SERVICE, "import { env } from 'node:process'; export const port = env.PORT;"],
      [SERVICE, "import process from 'process'; export const port = process.env.PORT;"],
    ],
    left: [[SERVICE, "import { hrtime } from 'node:process'; export const now = hrtime();"]],
  },
  {
    rule: 'no-console',
    reported: [
      [SERVICE, 'console.log(1);'],
      [SERVICE, '/* eslint-disable no-console */\nconsole.log(1);'],
      ['client/src/app/app.ts', 'console.warn(1);'],
    ],
    left: [
      ['hub/src/cli/user.ts', 'console.log(1);'],
      ['scripts/start.mjs', 'console.log(1);'],
    ],
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    reported: [
      [SERVICE, 'export const x: any = 1;'],
      [SERVICE, 'export const x = 1 as any;'],
    ],
    left: [[SERVICE, 'export const x: unknown = 1;']],
  },
  {
    rule: '@typescript-eslint/ban-ts-comment',
    reported: [
      [SERVICE, '// @ts-nocheck\nexport const x = 1;'],
      [SERVICE, '// @ts-expect-error\nexport const x = 1;'],
    ],
    left: [[SERVICE, '// @ts-expect-error the library’s types lack this argument\nexport const x = 1;']],
  },
  {
    rule: '@typescript-eslint/no-import-type-side-effects',
    reported: [[SERVICE, "import { type A } from '@tournee/graphql'; export type B = A;"]],
    left: [[SERVICE, "import type { A } from '@tournee/graphql'; export type B = A;"]],
  },
  {
    rule: 'no-restricted-syntax',
    reported: [
      [SERVICE, 'export enum Status { open }'],
      [SERVICE, 'export const a = import(`rxdb`);'],
    ],
    left: [[SERVICE, "export const Status = { open: 'open' } as const;"]],
  },
  {
    rule: 'max-lines',
    reported: [
      [SERVICE, lines(401)],
      [`${CARD}.html`, '<p></p>\n'.repeat(151)],
    ],
    left: [
      [SERVICE, lines(400)],
      [`${CARD}.html`, '<p></p>\n'.repeat(150)],
    ],
  },
  {
    rule: 'max-lines-per-function',
    reported: [[SERVICE, functionOf(51)]],
    left: [
      [SERVICE, functionOf(48)],
      ['hub/src/modules/visit/visit.spec.ts', functionOf(51)],
    ],
  },
  { rule: 'complexity', reported: [[SERVICE, branches(16)]], left: [[SERVICE, branches(14)]] },
  {
    rule: 'no-warning-comments',
    reported: [[SERVICE, '// TODO later\nexport {};']],
    left: [[SERVICE, '// Later, the devices pull it.\nexport {};']],
  },
  {
    rule: 'eqeqeq',
    reported: [[SERVICE, 'export const x = 1 == 2;']],
    left: [[SERVICE, 'export const x = null == 2;']],
  },
];

const house: Habit[] = [
  {
    rule: 'tournee/file-name',
    reported: [
      ['hub/src/modules/visit/VisitService.ts', 'export {};'],
      ['hub/src/modules/visit/visit_service.ts', 'export {};'],
      ['hub/src/modules/visit/index.ts', 'export {};'],
      ['hub/src/modules/visit/visit-helpers.ts', 'export {};'],
      ['hub/src/modules/visit/visit.utils.ts', 'export {};'],
      ['client/src/app/domains/client/ui/client-card.component.ts', 'export {};'],
    ],
    left: [
      [SERVICE, 'export {};'],
      ['hub/src/index.ts', 'export {};'],
      ['db/src/engines/embedded/tsql/token-reader.ts', 'export {};'],
      ['hub/src/modules/visit/commonly-asked.ts', 'export {};'],
    ],
  },
  {
    rule: 'tournee/no-re-export',
    reported: [
      [SERVICE, "export * from './visit.mapper.ts';"],
      [SERVICE, "export { a } from './visit.mapper.ts';"],
      [SERVICE, "export type { A } from './visit.mapper.ts';"],
    ],
    left: [
      ['db/src/index.ts', "export * from './schema/visit.table.ts';"],
      [SERVICE, 'const a = 1; export { a };'],
    ],
  },
  {
    rule: 'tournee/no-inline-config',
    reported: [
      [SERVICE, '// eslint-disable-next-line no-console\nconsole.log(1);'],
      [SERVICE, '/* eslint-disable */\nconsole.log(1);'],
      [SERVICE, '/* eslint no-console: off */ console.log(1);'],
      [SERVICE, '// @ts-ignore\nexport {};'],
    ],
    left: [[SERVICE, '// The eslint-plugin reads this.\nexport {};']],
  },
];

const component = (template: string, rest = ''): string =>
  `import { Component } from '@angular/core';\n` +
  `@Component({ selector: 'app-card', template: \`${template}\` })\nexport class Card { ${rest} }\n`;

const angular: Habit[] = [
  {
    rule: '@angular-eslint/template/alt-text',
    reported: [
      [`${CARD}.html`, '<img src="a.png" />'],
      [`${CARD}.ts`, component('<img src="a.png" />')],
    ],
    left: [
      [`${CARD}.html`, '<img src="a.png" alt="" />'],
      [`${CARD}.ts`, component('<p>a</p>')],
    ],
  },
  {
    rule: '@angular-eslint/template/click-events-have-key-events',
    reported: [[`${CARD}.html`, '<div (click)="open()"></div>']],
    left: [[`${CARD}.html`, '<button type="button" (click)="open()">Ouvrir</button>']],
  },
  {
    rule: '@angular-eslint/template/label-has-associated-control',
    reported: [[`${CARD}.html`, '<label>Nom</label>']],
    left: [[`${CARD}.html`, '<label>Nom <input /></label>']],
  },
  {
    rule: '@angular-eslint/template/button-has-type',
    reported: [[`${CARD}.html`, '<button>Ouvrir</button>']],
    left: [[`${CARD}.html`, '<button type="button">Ouvrir</button>']],
  },
  {
    rule: '@angular-eslint/template/prefer-control-flow',
    reported: [[`${CARD}.html`, '<p *ngIf="a">a</p>']],
    left: [[`${CARD}.html`, '@if (a) { <p>a</p> }']],
  },
  {
    rule: '@angular-eslint/component-selector',
    reported: [[`${CARD}.ts`, component('').replace('app-card', 'crm-card')]],
    left: [[`${CARD}.ts`, component('')]],
  },
  {
    rule: '@angular-eslint/prefer-signals',
    reported: [
      [
        `${CARD}.ts`,
        "import { Component, Input } from '@angular/core';\n" +
          "@Component({ selector: 'app-card', template: '' }) export class Card { @Input() name = ''; }",
      ],
    ],
    left: [
      [
        `${CARD}.ts`,
        "import { Component, input } from '@angular/core';\n" +
          "@Component({ selector: 'app-card', template: '' }) export class Card { readonly name = input(''); }",
      ],
    ],
  },
  {
    rule: '@angular-eslint/prefer-inject',
    reported: [[`${CARD}.ts`, component('', 'constructor(private readonly a: Date) {}')]],
    left: [[`${CARD}.ts`, component('', 'readonly a = 1;')]],
  },
];

const documented =
  '"A thing."\ntype Thing { "Its name." name: String }\nextend type Query { "It." thing: Thing }';

const contract: Habit[] = [
  {
    rule: '@graphql-eslint/require-description',
    reported: [
      [SCHEMA, 'type Thing { "Its name." name: String }'],
      [SCHEMA, '"A thing."\ntype Thing { name: String }'],
      [SCHEMA, '"A state."\nenum State { open }'],
      [SCHEMA, 'extend type Query { thing: String }'],
    ],
    left: [[SCHEMA, documented]],
  },
  {
    rule: '@graphql-eslint/naming-convention',
    reported: [[SCHEMA, documented.replace('name:', 'nom_client:')]],
    left: [[SCHEMA, documented]],
  },
  {
    rule: '@graphql-eslint/no-hashtag-description',
    reported: [[SCHEMA, '# A thing.\ntype Thing { "Its name." name: String }']],
    left: [[SCHEMA, documented]],
  },
];

export const HABITS: readonly Habit[] = [...code, ...house, ...angular, ...contract];
