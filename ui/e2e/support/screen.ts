/** What a person in front of the two monitors sees, and what a phone's camera reads from them. */

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MONITOR, type Side } from './display.ts';
import type { Environment } from './process.ts';
import { until } from './until.ts';

export class Screen {
  constructor(
    private readonly env: Environment,
    private readonly folder: string,
  ) {}

  /** Both monitors in one picture. */
  picture(): string {
    const path = join(this.folder, 'screen.png');
    execFileSync('import', ['-window', 'root', path], { env: this.env });
    return path;
  }

  /** One monitor. */
  monitor(side: Side): string {
    const path = join(this.folder, `${side}.png`);
    const left = side === 'counter' ? 0 : MONITOR.width;
    const place = `${MONITOR.width}x${MONITOR.height}+${left}+0`;
    const crop = ['-window', 'root', '-crop', place, '+repage', '-strip', path];
    execFileSync('import', crop, { env: this.env });
    return path;
  }

  /** Saves a picture of one monitor or of both. */
  save(path: string, side?: Side): void {
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(side ? this.monitor(side) : this.picture(), path);
  }

  /** Waits until one monitor shows the same twice, apart from a clock that counts seconds. */
  async isStill(side: Side): Promise<void> {
    let before: Buffer | undefined;
    await until('the picture stands still', () => {
      const now = readFileSync(this.monitor(side));
      const isSame = before?.equals(now) ?? false;
      before = now;
      return isSame;
    });
  }

  /** Puts a window on the customer's monitor, as a person does by dragging it there. */
  async moveToCustomer(title: string): Promise<void> {
    const window = await until(`a window "${title}" is open`, () => {
      const found = spawnSync('xdotool', ['search', '--onlyvisible', '--name', title], {
        env: this.env,
      });
      return found.stdout.toString().trim().split('\n').at(-1) || undefined;
    });
    const { width, height } = MONITOR;
    const move = [
      'windowmove',
      window,
      String(width),
      '0',
      'windowsize',
      window,
      String(width),
      String(height),
    ];
    execFileSync('xdotool', move, { env: this.env });
    await until('it is there', () => {
      const told = execFileSync('xdotool', ['getwindowgeometry', '--shell', window], {
        env: this.env,
      });
      return (
        told.includes(`WIDTH=${width}`) && Number(/^X=(\d+)/m.exec(told.toString())?.[1]) >= width
      );
    });
  }

  /** The QR texts that an independent decoder finds on one monitor now. */
  codes(side: Side): string[] {
    const arguments_ = ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', this.monitor(side)];
    const { stdout } = spawnSync('zbarimg', arguments_, { env: this.env });
    return stdout
      .toString()
      .split('\n')
      .filter((line) => line !== '');
  }

  /** Waits until exactly one QR can be read on one monitor, and returns its text. */
  code(side: Side): Promise<string> {
    return until(`one QR can be read on the ${side}'s monitor`, () => {
      const codes = this.codes(side);
      return codes.length === 1 ? codes[0] : undefined;
    });
  }
}
