/** A session bus of its own that starts nothing by itself: what is not started here is not there. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, Program } from './process.ts';
import { until } from './until.ts';

const CONFIG = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=RUNTIME</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export class Bus {
  private constructor(
    readonly address: string,
    private readonly daemon: Program,
    private readonly env: Environment,
  ) {}

  static async open(runtime: string, env: Environment): Promise<Bus> {
    const config = join(runtime, 'bus.conf');
    writeFileSync(config, CONFIG.replace('RUNTIME', runtime));
    const daemon = new Program(
      'dbus-daemon',
      ['--nofork', '--print-address=1', `--config-file=${config}`],
      { env },
    );
    const address = await daemon.firstLine();
    return new Bus(address, daemon, { ...env, DBUS_SESSION_BUS_ADDRESS: address });
  }

  /** The well-known names that have an owner now. */
  names(): string[] {
    const told = execFileSync(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.DBus',
        '/org/freedesktop/DBus',
        'org.freedesktop.DBus.ListNames',
      ],
      { env: this.env },
    );
    return [...told.toString().matchAll(/string "([^":][^"]*)"/g)].map((found) => found[1] ?? '');
  }

  /** Waits until a name has an owner. */
  async has(name: string): Promise<void> {
    await until(`${name} is on the bus`, () => this.names().includes(name));
  }

  close(): Promise<void> {
    return this.daemon.end();
  }
}
