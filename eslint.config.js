import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

export default ts.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/*.gen.ts', 'data/', 'bench-results/'] },
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
      // formatting is oxfmt's
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off', // optional props are typed
    },
  },
)
