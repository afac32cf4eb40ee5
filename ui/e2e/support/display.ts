/** A virtual screen with two monitors side by side, the counter's and the customer's, and a window manager. */

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { until } from './until.ts';
import { type Environment, Program } from './process.ts';

export const MONITOR = { width: 1366, height: 768 } as const;

export type Side = 'counter' | 'customer';

export class Display {
  private constructor(
    readonly name: string,
    private readonly server: ReturnType<typeof spawn>,
    private readonly manager: Program,
  ) {}

  static async open(env: Environment): Promise<Display> {
    const size = `${MONITOR.width * 2}x${MONITOR.height}x24`;
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'],
      { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    let told = '';
    server.stdio[3]?.on('data', (bytes: Buffer) => {
      told += bytes.toString();
    });
    const name = `:${await until('Xvfb tells its display', () => /^(\d+)\n/.exec(told)?.[1])}`;
    const shown = { ...env, DISPLAY: name };
    monitor(shown, 'counter', 0, 'screen');
    monitor(shown, 'customer', MONITOR.width, 'none');
    const manager = new Program('openbox', ['--sm-disable'], { env: shown });
    await until('a window manager runs', () => {
      return spawnSync('xdotool', ['get_num_desktops'], { env: shown }).status === 0;
    });
    return new Display(name, server, manager);
  }

  async close(): Promise<void> {
    await this.manager.end();
    this.server.kill('SIGTERM');
    await until(
      'Xvfb ends',
      () => this.server.exitCode !== null || this.server.signalCode !== null,
    );
  }
}

function monitor(env: Environment, side: Side, left: number, output: string): void {
  const { width, height } = MONITOR;
  const place = `${width}/361x${height}/203+${left}+0`;
  execFileSync('xrandr', ['--setmonitor', side, place, output], { env, stdio: 'ignore' });
}
