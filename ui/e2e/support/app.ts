/** The built app, driven through WebKitWebDriver like a person drives it: windows, clicks, keys. */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { type Browser, remote } from 'webdriverio';
import type { Bus } from './bus.ts';
import { type Environment, Program, descendants, isRunning } from './process.ts';
import { APP } from './programs.ts';
import { until } from './until.ts';
import { type Session, Window, switchTo } from './window.ts';

interface Start {
  readonly env: Environment;
  readonly log: string;
  readonly bus: Bus;
}

const BUS_NAME = /tienve/i;

export class App {
  readonly #start: Start;
  readonly #driver: Program;
  readonly #session: Session;
  #isOver = false;

  private constructor(start: Start, driver: Program, browser: Browser) {
    this.#start = start;
    this.#driver = driver;
    this.#session = { browser, window: undefined };
  }

  static async start(start: Start): Promise<App> {
    const port = await freePort();
    const env = { ...start.env, TAURI_WEBVIEW_AUTOMATION: 'true' };
    const driver = new Program('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env,
      log: start.log,
    });
    await until('the driver answers', async () => {
      return (await fetch(`http://127.0.0.1:${port}/status`)).ok;
    });
    const browser = await remote({
      hostname: '127.0.0.1',
      port,
      logLevel: (process.env['TIEN_VE_WDIO'] ?? 'silent') as 'silent',
      connectionRetryCount: 0,
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: APP, args: [] },
      } as WebdriverIO.Capabilities,
    });
    return new App(start, driver, browser);
  }

  /** The cashier's window. */
  main(): Promise<Window> {
    return this.window((url) => !url.pathname.endsWith('display.html'));
  }

  /** The customer's window. */
  display(): Promise<Window> {
    return this.window((url) => url.pathname.endsWith('display.html'));
  }

  /** How many windows are open. */
  async windows(): Promise<number> {
    return (await this.#session.browser.getWindowHandles()).length;
  }

  /** The app as a power cut leaves it. */
  async kill(): Promise<void> {
    const all = descendants(this.#driver.pid);
    for (const pid of all) end(pid, 'SIGKILL');
    await this.over(all);
  }

  /** The app as a person closes it. */
  async quit(): Promise<void> {
    if (this.#isOver) return;
    const all = descendants(this.#driver.pid);
    await this.#session.browser.deleteSession().catch(() => undefined);
    await this.over(all);
  }

  /** Starts the program a second time and waits until that one has ended by itself. */
  async startAgain(): Promise<number | null> {
    const second = spawn(APP, [], { env: this.#start.env, stdio: 'ignore' });
    return until('the second instance has ended', () => {
      return second.exitCode === null ? undefined : { code: second.exitCode };
    }).then(({ code }) => code);
  }

  private async window(isWanted: (url: URL) => boolean): Promise<Window> {
    return until('the window is open', async () => {
      for (const handle of await this.#session.browser.getWindowHandles()) {
        await switchTo(this.#session, handle);
        if (isWanted(new URL(await this.#session.browser.getUrl())))
          return new Window(this.#session, handle);
      }
      return undefined;
    });
  }

  /** Nothing of it may be left, or the next start would find a second instance. */
  private async over(all: readonly number[]): Promise<void> {
    this.#isOver = true;
    await until('the app is gone', () => !all.some(isRunning)).catch(() => {
      for (const pid of all) end(pid, 'SIGKILL');
    });
    await this.#driver.end();
    await until(
      'its name is free',
      () => !this.#start.bus.names().some((name) => BUS_NAME.test(name)),
    );
  }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
