import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** `no-restricted-imports` of a later block replaces an earlier one, so every block names all that holds for it. */
function forbidImports({ paths = [], patterns = [] }) {
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { paths: [directZod, ...paths], patterns: [farFolders, ...patterns] },
    ],
  };
}

const directZod = {
  name: 'zod',
  message:
    "Import '#app/forms/zod.ts': zod 4 probes `new Function`, which the content security policy reports.",
};
const farFolders = { regex: '^\\.\\./\\.\\./', message: 'Import through #app/, #db/, #test/ or #e2e/.' };
/** Where other areas are forbidden, a way around by `../` must be too. */
const parentFolders = { regex: '^\\.\\./', message: 'Import through #app/.' };

const sourceFiles = ['**/*.{ts,tsx}'];

export default tseslint.config(
  {
    ignores: [
      'build/',
      '.react-router/',
      '.runtime/',
      '.data/',
      'db/migrations/',
      'public/',
      'test-results/',
      'playwright-report/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: sourceFiles,
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Rules that need types: those that find lost errors, a matter of safety here and not of taste.
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      ...forbidImports({}),
    },
  },
  {
    files: ['app/**/*.tsx', 'app/**/*.client.ts'],
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, 'react-hooks': reactHooks },
    languageOptions: jsxA11y.flatConfigs.strict.languageOptions,
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.flat.recommended.rules,
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='style']",
          message: 'The content security policy forbids inline styles: use a class.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Trusted Types refuse raw HTML: render elements.',
        },
      ],
    },
  },
  { files: ['app/**/*.{ts,tsx}'], ignores: ['app/operations/**'], rules: { 'no-console': 'error' } },
  {
    files: ['app/sealing/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts'],
    rules: forbidImports({
      patterns: [
        parentFolders,
        {
          regex: '^#(app/(?!sealing/|forms/zod\\.ts$)|db/|test/|e2e/)',
          message: 'app/sealing imports nothing from other areas.',
        },
      ],
    }),
  },
  {
    files: ['app/routes/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts'],
    rules: forbidImports({
      patterns: [
        parentFolders,
        {
          regex: '^(drizzle-orm|pg|pg-boss|#db)(/|$)',
          allowTypeImports: true,
          message: 'A route speaks HTTP only: call a function of the domain.',
        },
      ],
    }),
  },
  {
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'server.ts'],
    ignores: ['**/*.test.ts', 'app/sealing/**', 'app/routes/**', 'app/operations/**'],
    rules: forbidImports({
      patterns: [{ regex: '^#(test|e2e)/', message: 'What is served does not import tests.' }],
    }),
  },
  // All tables stand in one file, where the whole model is read at a glance.
  { files: ['app/forms/zod.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  {
    files: ['**/*.test.ts', 'test/**', 'e2e/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
