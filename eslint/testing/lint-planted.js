/**
 * Lints texts that stand in no file. It is a process of its own because Jest's module loader cannot load the project's
 * configuration: the GraphQL plugin mixes both kinds of modules.
 *
 * stdin:  a list of `{ root, mode, plants: [{ file, code }] }`, files relative to `root`
 * stdout: for each of them, for each plant, a list of `{ ruleId, message, severity }`
 */
import { json } from 'node:stream/consumers';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { fences } from '../fences.js';

/** @typedef {import('./planted.ts').Request} Request */

const untyped = {
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { projectService: false, project: null } },
  rules: {
    ...tseslint.configs.disableTypeChecked.rules,
    '@angular-eslint/no-uncalled-signals': /** @type {const} */ ('off'),
  },
};

/**
 * The fences alone, with some of their options replaced.
 * @param {string} root
 * @param {object} [fault]
 * @returns {ESLint.Options}
 */
function fencesOnly(root, fault) {
  const parser = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } };
  return { overrideConfigFile: true, overrideConfig: [parser, fences(root, fault)] };
}

/** @type {Record<Request['mode'], (root: string) => ESLint.Options>} */
const OPTIONS = {
  fences: (root) => fencesOnly(root),
  open: (root) => fencesOnly(root, { checkAllOrigins: false }),
  closed: (root) => fencesOnly(root, { policies: [] }),
  project: () => ({ overrideConfig: untyped }),
  typed: () => ({}),
};

/** @param {Request} request */
async function answer({ root, mode, plants }) {
  const eslint = new ESLint({ cwd: root, ...OPTIONS[mode](root) });
  const answers = [];
  for (const { file, code } of plants) {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file), warnIgnored: true });
    answers.push(result?.messages.map(({ ruleId, message, severity }) => ({ ruleId, message, severity })));
  }
  return answers;
}

const requests = /** @type {Request[]} */ (await json(process.stdin));
const answers = [];
for (const request of requests) answers.push(await answer(request));
process.stdout.write(JSON.stringify(answers));
