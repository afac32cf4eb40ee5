import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  resolve: { alias: { '~': at('./src') } },
  define: { __HAS_MEMORY__: JSON.stringify(mode !== 'production') },
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
    }),
    svelte(),
    svelteTesting(),
  ],
  server: { port: 5173, strictPort: true },
  build: {
    target: ['chrome123', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: at('./index.html'), display: at('./display.html') } },
  },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.ts'],
  },
}));
