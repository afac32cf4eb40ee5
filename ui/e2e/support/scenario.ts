/** One test in one desktop session. When it fails, what the monitors showed and what the app said is kept. */

import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Desktop, type Equipment } from './desktop.ts';

const OUTPUT = new URL('../output/', import.meta.url).pathname;
const LIMIT_MS = 120_000;

export function scenario(
  name: string,
  work: (desktop: Desktop) => Promise<void>,
  equipment: Equipment = {},
): void {
  test(name, { timeout: LIMIT_MS }, async () => {
    const desktop = await Desktop.open(equipment);
    try {
      await work(desktop);
    } catch (error) {
      keep(desktop, name);
      throw error;
    } finally {
      await desktop.close();
    }
  });
}

function keep(desktop: Desktop, name: string): void {
  const base = join(OUTPUT, name.replace(/[^\p{L}\d]+/gu, '-'));
  mkdirSync(OUTPUT, { recursive: true });
  desktop.screen.save(`${base}.png`);
  if (existsSync(desktop.log)) copyFileSync(desktop.log, `${base}.log`);
}
