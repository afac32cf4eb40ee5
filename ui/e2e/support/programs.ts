/** The built programs under test, as `cargo xtask test` names them. */

import { existsSync } from 'node:fs';

export const APP = built('TIEN_VE_APP');
export const SIMULATOR = built('TIEN_VE_SIMULATOR');

function built(variable: string): string {
  const path = process.env[variable];
  if (!path || !existsSync(path)) {
    throw new Error(
      `${variable} names no program: start the specs with \`cargo xtask test --e2e-only\``,
    );
  }
  return path;
}
