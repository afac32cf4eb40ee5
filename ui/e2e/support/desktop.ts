/** A hermetic desktop session: a home of its own, a screen, a bus, a keyring. Closing it ends what it started. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from './app.ts';
import { Bus } from './bus.ts';
import { Display } from './display.ts';
import { Keyring } from './keyring.ts';
import type { Environment } from './process.ts';
import { Screen } from './screen.ts';
import { Simulator } from './simulator.ts';

export interface Equipment {
  /** Whether a keyring runs. */
  readonly keyring?: boolean;
}

interface Parts {
  readonly folder: string;
  readonly env: Environment;
  readonly display: Display;
  readonly bus: Bus;
  readonly keyring: Keyring | undefined;
}

export class Desktop {
  readonly screen: Screen;
  readonly #parts: Parts;
  #app: App | undefined;
  #simulator: Simulator | undefined;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.screen = new Screen(parts.env, parts.folder);
  }

  static async open({ keyring = true }: Equipment = {}): Promise<Desktop> {
    const folder = mkdtempSync(join(tmpdir(), 'tien-ve-'));
    const bare = environment(folder);
    const display = await Display.open(bare);
    const bus = await Bus.open(join(folder, 'run'), bare);
    const env = { ...bare, DISPLAY: display.name, DBUS_SESSION_BUS_ADDRESS: bus.address };
    const ring = keyring ? await Keyring.open(bus, env) : undefined;
    return new Desktop({ folder, env, display, bus, keyring: ring });
  }

  get home(): string {
    return join(this.#parts.folder, 'home');
  }

  /** The home, the runtime files, and what the driver and the app printed. */
  get folder(): string {
    return this.#parts.folder;
  }

  get env(): Environment {
    return this.#parts.env;
  }

  get keyring(): Keyring {
    if (!this.#parts.keyring) throw new Error('this session has no keyring');
    return this.#parts.keyring;
  }

  get app(): App {
    if (!this.#app) throw new Error('the app was not started');
    return this.#app;
  }

  /** What the driver and the app printed. */
  get log(): string {
    return join(this.#parts.folder, 'app.log');
  }

  /** Starts the app; an earlier one must have ended. Home, bus and keyring stay as they are. */
  async start(): Promise<App> {
    this.#app = await App.start({ env: this.env, log: this.log, bus: this.#parts.bus });
    return this.#app;
  }

  /** Starts the gateway's double, or starts it again with what it knew and at the same address. */
  async simulator(): Promise<Simulator> {
    this.#simulator ??= new Simulator(this.env, join(this.#parts.folder, 'gateway.json'));
    await this.#simulator.start();
    return this.#simulator;
  }

  async close(): Promise<void> {
    const { display, bus, keyring, folder } = this.#parts;
    await this.#app?.quit();
    await this.#simulator?.stop();
    await keyring?.close();
    await bus.close();
    await display.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Nothing of the surrounding session is let in but the search path. */
function environment(folder: string): Environment {
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  mkdirSync(home);
  mkdirSync(runtime, { mode: 0o700 });
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Ho_Chi_Minh',
    GDK_BACKEND: 'x11',
    GSETTINGS_BACKEND: 'memory',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    NO_PROXY: '127.0.0.1,localhost',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    TIEN_VE_LOG: 'trace',
  };
}
