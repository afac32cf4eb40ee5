/** Programs that a session started. They are ended by their own id, and waited for. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { until } from './until.ts';

export type Environment = Record<string, string>;

export interface Start {
  readonly env: Environment;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  /** Where its output goes; otherwise `lines` reads it. */
  readonly log?: string;
}

export class Program {
  readonly #child: ChildProcess;
  readonly #name: string;
  #output = '';

  constructor(name: string, args: readonly string[], start: Start) {
    this.#name = name;
    const log = start.log === undefined ? undefined : openSync(start.log, 'a');
    this.#child = spawn(name, args, {
      env: start.env,
      stdio: ['pipe', log ?? 'pipe', log ?? 'ignore'],
    });
    if (log !== undefined) closeSync(log);
    this.#child.on('error', (error) => {
      this.#output += String(error);
    });
    this.#child.stdout?.on('data', (bytes: Buffer) => {
      this.#output += bytes.toString();
    });
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdin?.end(start.input ?? '');
  }

  get pid(): number {
    if (this.#child.pid === undefined)
      throw new Error(`${this.#name} did not start: ${this.#output}`);
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Its first line of output. */
  firstLine(): Promise<string> {
    return until(`${this.#name} prints a line`, () => {
      const end = this.#output.indexOf('\n');
      if (end >= 0) return this.#output.slice(0, end);
      if (this.hasEnded) throw new Error(`${this.#name} ended: ${this.#output}`);
      return undefined;
    });
  }

  /** Its exit code, once it ends by itself. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  /** Asks it to end, insists after a while. */
  async end(): Promise<void> {
    if (this.hasEnded) return;
    this.#child.kill('SIGTERM');
    await until(`${this.#name} ends`, () => this.hasEnded, 3_000).catch(() => {
      this.#child.kill('SIGKILL');
    });
    await this.ended();
  }
}

/** All processes below one, as ids. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const below = (of: number): number[] =>
    [...parents]
      .filter(([, parent]) => parent === of)
      .flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Whether a process is there and not merely waiting to be collected by its parent. */
export function isRunning(pid: number): boolean {
  const state = fields(pid)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

function parentOf(pid: number): number | undefined {
  const parent = fields(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/** What follows the program's name in `/proc/<pid>/stat`; the name itself may hold anything. */
function fields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
