import angular from 'angular-eslint';

/**
 * The app's classes.
 * @type {import('eslint').Linter.RulesRecord}
 */
const CLASS_RULES = {
  '@angular-eslint/use-lifecycle-interface': 'error',
  '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'app', style: 'kebab-case' }],
  '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'app', style: 'camelCase' }],
  '@angular-eslint/component-max-inline-declarations': ['error', { template: 25, styles: 40 }],
  '@angular-eslint/computed-must-return': 'error',
  '@angular-eslint/contextual-decorator': 'error',
  '@angular-eslint/no-async-lifecycle-method': 'error',
  '@angular-eslint/no-attribute-decorator': 'error',
  '@angular-eslint/no-forward-ref': 'error',
  '@angular-eslint/no-lifecycle-call': 'error',
  '@angular-eslint/no-pipe-impure': 'error',
  '@angular-eslint/no-uncalled-signals': 'error',
  '@angular-eslint/prefer-host-metadata-property': 'error',
  '@angular-eslint/prefer-output-emitter-ref': 'error',
  '@angular-eslint/prefer-output-readonly': 'error',
  '@angular-eslint/prefer-signals': 'error',
  '@angular-eslint/prefer-signal-model': 'error',
  '@angular-eslint/relative-url-prefix': 'error',
};

/** @type {import('eslint').Linter.RulesRecord} */
const TEMPLATE_RULES = {
  'max-lines': ['error', { max: 150 }],
  '@angular-eslint/template/button-has-type': 'error',
  '@angular-eslint/template/conditional-complexity': ['error', { maxComplexity: 4 }],
  '@angular-eslint/template/no-any': 'error',
  '@angular-eslint/template/no-duplicate-attributes': 'error',
  '@angular-eslint/template/no-empty-control-flow': 'error',
  '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: false, allowBindToStyle: true }],
  '@angular-eslint/template/no-non-null-assertion': 'error',
  '@angular-eslint/template/no-outerhtml': 'error',
  '@angular-eslint/template/no-positive-tabindex': 'error',
  '@angular-eslint/template/prefer-class-binding': 'error',
  '@angular-eslint/template/prefer-self-closing-tags': 'error',
};

/** @type {Parameters<typeof import('eslint/config').defineConfig>} */
export const angularRules = [
  {
    name: 'tournee/angular',
    files: ['client/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: CLASS_RULES,
  },
  {
    name: 'tournee/templates',
    files: ['client/src/app/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: TEMPLATE_RULES,
  },
];
