import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const notMarkup = (property) => ({ property, message: 'Make elements and give them text.' })

export default ts.config(
  {
    ignores: ['**/dist/', '**/node_modules/', '**/*.gen.ts', 'data/', 'bench-results/', 'reports/'],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: ts.parser },
      globals: globals.browser,
    },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript knows better
      '@typescript-eslint/no-non-null-assertion': 'off', // indexed access is checked; `!` says "within bounds"
      '@typescript-eslint/no-extraneous-class': 'off', // entities and resolvers are classes
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['ag-grid-enterprise', 'ag-grid-enterprise/*'],
              message: 'AG Grid Community only.',
            },
          ],
        },
      ],
      // what people write is text: it never becomes markup, code or an address; docs/safety.md
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'srcdoc'].map(notMarkup),
        ...['insertAdjacentHTML', 'createContextualFragment'].map(notMarkup),
        ...['setHTMLUnsafe', 'parseHTMLUnsafe'].map(notMarkup),
        ...['write', 'writeln'].map((property) => ({ object: 'document', ...notMarkup(property) })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Property[key.name=/^(innerHTML|outerHTML|srcdoc)$/]',
          message: 'Make elements and give them text.',
        },
      ],
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/no-restricted-v-bind': ['error', '/^(inner-?html|outer-?html|srcdoc)$/i', '/^v-/'],
      'vue/no-restricted-syntax': [
        'error',
        {
          selector:
            'VAttribute[directive=true][key.argument.name=/^(xlink:)?(href|src|action|formaction)$/] > VExpressionContainer > :not(TemplateLiteral[quasis.0.value.raw=/^(#|\\u002F\\w)/])',
          message:
            'An address could be a javascript: one. Use RouterLink, or a template literal that begins with # or a path.',
        },
      ],
      // formatting is oxfmt's
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off', // optional props are typed
    },
  },
  {
    files: ['test/**'], // attacks are written out there, and pages looked at from inside
    rules: { 'no-restricted-properties': 'off', 'no-script-url': 'off' },
  },
)
