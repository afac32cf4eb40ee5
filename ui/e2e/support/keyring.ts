/** A real Secret Service keyring, unlocked, and a look into it from outside the app. */

import { spawnSync } from 'node:child_process';
import type { Bus } from './bus.ts';
import { type Environment, Program } from './process.ts';

export class Keyring {
  private constructor(
    private readonly daemon: Program,
    private readonly env: Environment,
  ) {}

  static async open(bus: Bus, env: Environment): Promise<Keyring> {
    const daemon = new Program(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets'],
      { env, input: 'a password nobody needs' },
    );
    await bus.has('org.freedesktop.secrets');
    return new Keyring(daemon, env);
  }

  /** Every secret whose attribute has this value, as another program sees them. */
  secrets(attribute: string, value: string): string[] {
    const { stdout } = spawnSync('secret-tool', ['search', '--all', attribute, value], {
      env: this.env,
    });
    return [...stdout.toString().matchAll(/^secret = (.*)$/gm)].map((found) => found[1] ?? '');
  }

  close(): Promise<void> {
    return this.daemon.end();
  }
}
