/** The gateway's double as a program of its own, and the hand that plays the customer and the network. */

import { exchange } from './http.ts';
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

/** An instalment payment as Fundiin's half of the double sees it. */
export interface GatewayInstalment {
  readonly reference_id: string;
  readonly amount: number;
  readonly refunded_by: string | null;
  readonly payment_url: string;
}

/** An invoice as the gateway's hand sees it. */
export interface GatewayInvoice {
  readonly invoice_id: string;
  readonly invoice_code: string;
  readonly total: number;
  readonly received: number;
  readonly status: string;
  readonly payment_link: string;
}

/** A payout as the gateway's hand sees it. */
export interface GatewayPayout {
  readonly id: string;
  readonly reference_id: string | null;
  readonly amount: number;
  readonly beneficiary_account_name: string;
  readonly beneficiary_account_number: string;
  readonly beneficiary_bank_id: string;
  readonly description: string;
  readonly status: string;
  readonly tries_left: number;
  readonly is_money_taken: boolean;
}

/** What the bank makes of a payout after its code. */
export type Outcome = 'success' | 'failed' | 'settling';

/** Whether the gateway takes payouts from this address, and what there is to pay from. */
interface Bank {
  readonly is_whitelisted?: boolean;
  readonly balance?: number;
}

/** What becomes of an instalment payment on the phone; `decline` is Fundiin's doing. */
export type Deed = 'begin' | 'accept' | 'decline';

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

type Created = 'customers' | 'products' | 'invoices' | 'payouts';

/** A fault as the simulator's control takes it. */
export type Fault = { readonly fault: string } & Record<string, unknown>;

export type Transfer = number | 'full' | 'short' | 'over' | 'late';

export const CLIENT_ID = 'e2e-client-7f3c9a51';
export const SECRET = 'e2e-canary-secret-c4d1e8b07a2f4c6d9e';
/** The code in the bank's message: long, so that it stands nowhere by chance. */
export const BANK_CODE = '48151623421108';
export const FUNDIIN_CLIENT_ID = 'e2e-fundiin-client-51d0b7';
export const FUNDIIN_SECRET = 'e2e-canary-fundiin-9a0c5d7e4b1f4e22a6';

/** Payouts end by hand only. */
const SWITCHES = { payouts: { settles_after_seconds: null, fixed_code: BANK_CODE } };

/** What it says when it is ready. */
interface Told {
  readonly base_url: string;
  readonly fundiin_base_url: string;
}

export class Simulator {
  #program: Program | undefined;
  #baseUrl = '';
  #fundiinUrl = '';
  #port = '0';

  constructor(
    private readonly env: Environment,
    private readonly state: string,
  ) {}

  get baseUrl(): string {
    return this.#baseUrl;
  }

  /** Where Fundiin's half of it answers. */
  get fundiinUrl(): string {
    return this.#fundiinUrl;
  }

  async start(): Promise<void> {
    if (this.#program) return;
    const switches = ['--switches', JSON.stringify(SWITCHES)];
    const flags = ['--port', this.#port, '--client-id', CLIENT_ID, '--no-history', ...switches];
    const env = {
      ...this.env,
      FINAN_SECRET_KEY: SECRET,
      FUNDIIN_CLIENT_ID,
      FUNDIIN_SECRET_KEY: FUNDIIN_SECRET,
    };
    this.#program = new Program(SIMULATOR, [...flags, '--state-file', this.state], { env });
    const told = JSON.parse(await this.#program.firstLine()) as Told;
    this.#baseUrl = told.base_url;
    this.#fundiinUrl = told.fundiin_base_url;
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

  /** Newest first. */
  async instalments(): Promise<GatewayInstalment[]> {
    return ((await this.ask('GET', 'instalments')) as { instalments: GatewayInstalment[] })
      .instalments;
  }

  async newestInstalment(): Promise<GatewayInstalment> {
    const [first] = await this.instalments();
    if (!first) throw new Error('the gateway has no instalment payment');
    return first;
  }

  /** Lets something happen to the newest instalment payment. */
  async instalmentCustomer(deed: Deed): Promise<void> {
    const { reference_id: reference } = await this.newestInstalment();
    await this.ask('POST', 'instalment', { reference, do: deed });
  }

  /** How every request to one of the paths was answered; null is an answer that was lost. */
  async answersOf(path: string): Promise<(number | null)[]> {
    const all = (await this.requests()).filter((request) => request.path.endsWith(path));
    return all.map(({ status }) => status);
  }

  /** How every request to make something was answered; null is an answer that was lost. */
  async creationsOf(book: Created): Promise<(number | null)[]> {
    const isOne = ({ method, path }: LoggedRequest) =>
      method === 'POST' && path === `/api/v1/${book}`;
    return (await this.requests()).filter(isOne).map(({ status }) => status);
  }

  /** Newest first. */
  async invoices(): Promise<GatewayInvoice[]> {
    return ((await this.ask('GET', 'invoices')) as { invoices: GatewayInvoice[] }).invoices;
  }

  /** The only invoice there. */
  async invoice(): Promise<GatewayInvoice> {
    const [one, ...others] = await this.invoices();
    if (!one || others.length > 0) throw new Error(`not one invoice, but ${others.length + 1}`);
    return one;
  }

  /** The customer of an invoice pays what its link asks for. */
  async payInvoice(code: string): Promise<void> {
    await this.ask('POST', 'invoice', { code, do: 'pay', amount: 'full' });
  }

  /** Newest first. */
  async payouts(): Promise<GatewayPayout[]> {
    return ((await this.ask('GET', 'payouts')) as { payouts: GatewayPayout[] }).payouts;
  }

  /** The only payout there. */
  async payout(): Promise<GatewayPayout> {
    const [one, ...others] = await this.payouts();
    if (!one || others.length > 0) throw new Error(`not one payout, but ${others.length + 1}`);
    return one;
  }

  /** The bank decides about a payout whose code it has. */
  async settle({ id }: GatewayPayout, outcome: Outcome): Promise<void> {
    await this.ask('POST', 'payout', { id, do: 'settle', outcome });
  }

  async bank(change: Bank): Promise<void> {
    await this.ask('POST', 'bank', change);
  }

  /** How every code was answered, in the order they came; null is an answer that was lost. */
  codesFor({ id }: GatewayPayout): Promise<(number | null)[]> {
    return this.answersOf(`/api/v1/payouts/${id}/otps`);
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

  private async ask(method: string, command: string, body?: unknown): Promise<unknown> {
    const url = new URL(`/_hand/${command}`, this.#baseUrl);
    const { status, text } = await exchange({ method, url, body: asText(body) });
    if (status !== 200) throw new Error(`${method} ${url.pathname}: ${status} ${text}`);
    return JSON.parse(text);
  }
}

function asText(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body);
}
