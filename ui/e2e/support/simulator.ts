/** The gateway's double as a program of its own, and the hand that plays the customer and the network. */

import { request } from 'node:http';
import { type Environment, Program } from './process.ts';
import { SIMULATOR } from './programs.ts';

export interface GatewayPayment {
  readonly payment_request_id: string;
  readonly reference_id: string | null;
  readonly amount: number;
  readonly received: number;
  readonly status: string;
  readonly qr_code: string | null;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

/** A fault as the simulator's control takes it. */
export type Fault = { readonly fault: string } & Record<string, unknown>;

export type Transfer = number | 'full' | 'short' | 'over' | 'late';

export const CLIENT_ID = 'e2e-client-7f3c9a51';
export const SECRET = 'e2e-canary-secret-c4d1e8b07a2f4c6d9e';

export class Simulator {
  #program: Program | undefined;
  #baseUrl = '';
  #port = '0';

  constructor(
    private readonly env: Environment,
    private readonly state: string,
  ) {}

  get baseUrl(): string {
    return this.#baseUrl;
  }

  async start(): Promise<void> {
    if (this.#program) return;
    const flags = ['--port', this.#port, '--client-id', CLIENT_ID, '--no-history'];
    const env = { ...this.env, FINAN_SECRET_KEY: SECRET };
    this.#program = new Program(SIMULATOR, [...flags, '--state-file', this.state], { env });
    this.#baseUrl = (JSON.parse(await this.#program.firstLine()) as { base_url: string }).base_url;
    this.#port = new URL(this.#baseUrl).port;
  }

  /** The network is gone: nobody listens any more. */
  async stop(): Promise<void> {
    await this.#program?.end();
    this.#program = undefined;
  }

  async payments(): Promise<GatewayPayment[]> {
    return ((await this.ask('GET', 'payments')) as { payments: GatewayPayment[] }).payments;
  }

  async newest(): Promise<GatewayPayment> {
    const [first] = await this.payments();
    if (!first) throw new Error('the gateway has no payment');
    return first;
  }

  async requests(): Promise<LoggedRequest[]> {
    return ((await this.ask('GET', 'requests')) as { requests: LoggedRequest[] }).requests;
  }

  async pay(id: string, amount: Transfer): Promise<void> {
    await this.ask('POST', 'pay', { id, amount });
  }

  /** Replaces the faults in force. */
  async faults(...faults: Fault[]): Promise<void> {
    await this.ask('POST', 'faults', { faults });
  }

  async advance(seconds: number): Promise<void> {
    await this.ask('POST', 'clock', { advance_seconds: seconds });
  }

  private ask(method: string, command: string, body?: unknown): Promise<unknown> {
    const url = new URL(`/_hand/${command}`, this.#baseUrl);
    return new Promise((resolve, reject) => {
      const call = request(url, { method, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${method} ${url.pathname}: ${answer.statusCode} ${text}`));
        });
      });
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
