/** What a person in front of the two monitors sees, and what a phone's camera reads from them. */

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MONITOR, type Side } from './display.ts';
import type { Environment } from './process.ts';
import { until } from './until.ts';

/** Digits of a countdown and of a freshness light change no more than this. */
const PIXELS_OF_CLOCKS = 1_500;

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

  /** Waits until one monitor shows the same twice, apart from clocks that count seconds. */
  async isStill(side: Side): Promise<void> {
    const before = join(this.folder, `${side}-before.png`);
    copyFileSync(this.monitor(side), before);
    await until('the picture stands still', () => {
      const now = this.monitor(side);
      const changed = this.pixelsBetween(before, now);
      copyFileSync(now, before);
      return changed < PIXELS_OF_CLOCKS;
    });
  }

  private pixelsBetween(one: string, other: string): number {
    const { stderr } = spawnSync('compare', ['-metric', 'AE', one, other, 'null:']);
    return Number.parseFloat(stderr.toString());
  }

  /** Puts a window on the customer's monitor, as a person does by dragging it there. */
  async moveToCustomer(title: string): Promise<void> {
    const window = await this.windowOf(title);
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
      const told = this.geometryOf(window);
      return told.includes(`WIDTH=${width}`) && Number(/^X=(\d+)/m.exec(told)?.[1]) >= width;
    });
  }

  /** A barcode scanner, which is a keyboard: its burst goes to the window that a person works in. */
  async scan(title: string, code: string): Promise<void> {
    const window = await this.windowOf(title);
    execFileSync('xdotool', ['windowactivate', '--sync', window], { env: this.env });
    execFileSync('xdotool', ['key', '--delay', '0', ...code, 'Return'], { env: this.env });
  }

  private windowOf(title: string): Promise<string> {
    return until(`a window "${title}" is open`, () => {
      const search = ['search', '--onlyvisible', '--name', title];
      const found = spawnSync('xdotool', search, { env: this.env });
      return found.stdout.toString().trim().split('\n').at(-1) || undefined;
    });
  }

  private geometryOf(window: string): string {
    const ask = ['getwindowgeometry', '--shell', window];
    return execFileSync('xdotool', ask, { env: this.env }).toString();
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
