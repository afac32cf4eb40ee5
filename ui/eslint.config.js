import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/api/transport.tauri.ts talks to the host.',
};
const climbing = {
  group: ['../*'],
  message: "Use './' inside a folder and '~/' between folders.",
};
const shellRooms = ['~/app/*', '!~/app/router.svelte', '!~/app/shortcuts.svelte'];

/** Imports that files under `folder` may not use. */
function boundary(folder, ...patterns) {
  return {
    files: [`src/${folder}/**/*.{ts,svelte}`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [tauri, climbing, ...patterns] }] },
  };
}

const features = readdirSync('src/features', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export default ts.config(
  { ignores: ['dist', 'dist-memory', 'src/paraglide', 'src/api/generated', 'e2e', 'isolation'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text from a gateway is always a text node.' },
        { property: 'outerHTML', message: 'Text from a gateway is always a text node.' },
        { property: 'insertAdjacentHTML', message: 'Text from a gateway is always a text node.' },
      ],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  boundary('kit', { group: ['~/*'], message: 'The kit knows nothing of the product.' }),
  boundary('format', { group: ['~/*'], message: 'Formats know nothing of the product.' }),
  boundary('api', {
    group: ['~/app/*', '~/features/*', '~/kit/*', '~/parts/*'],
    message: 'The data layer knows no screens.',
  }),
  boundary('parts', {
    group: ['~/features/*', ...shellRooms],
    message: 'Parts are below the screens.',
  }),
  ...features.map((feature) =>
    boundary(`features/${feature}`, {
      group: ['~/features/*', `!~/features/${feature}`, ...shellRooms],
      message: 'A feature never imports another, and of the shell only router and shortcuts.',
    }),
  ),
  {
    files: ['src/api/transport.tauri.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
