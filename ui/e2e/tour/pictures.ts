/** Saves pictures under the names that the guide uses. */

import { join } from 'node:path';
import type { Side } from '../support/display.ts';
import type { Screen } from '../support/screen.ts';

export class Pictures {
  constructor(
    private readonly screen: Screen,
    private readonly folder: string,
  ) {}

  async take(name: string, side: Side = 'counter'): Promise<void> {
    await this.screen.isStill(side);
    const path = join(this.folder, `${name}.png`);
    this.screen.save(path, side);
    process.stdout.write(`${path}\n`);
  }
}
