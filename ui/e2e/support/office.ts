/** Another program of the same shop at the gateway. It signs for itself and shares nothing with the app. */

import { createHash } from 'node:crypto';
import { exchange } from './http.ts';
import { CLIENT_ID, SECRET, type Simulator } from './simulator.ts';

export type Book = 'customers' | 'products' | 'invoices';

/** A customer, product or invoice as the gateway shows it. */
export type Row = Readonly<Record<string, unknown>>;

export class Office {
  constructor(private readonly gateway: Simulator) {}

  /** The newest of a book. */
  async rows(book: Book): Promise<Row[]> {
    return (await this.ask('GET', `/api/v1/${book}?page=1&page_size=50`)) as Row[];
  }

  /** The only one in a book. */
  async only(book: Book): Promise<Row> {
    const [one, ...others] = await this.rows(book);
    if (!one || others.length > 0) throw new Error(`the gateway has other ${book} than one`);
    return one;
  }

  async create(book: Book, body: Row): Promise<Row> {
    return (await this.ask('POST', `/api/v1/${book}`, JSON.stringify(body))) as Row;
  }

  private async ask(method: string, path: string, body = ''): Promise<unknown> {
    const url = new URL(this.gateway.baseUrl + path);
    const headers = { 'content-type': 'application/json', ...signed(method, path, body) };
    const { status, text } = await exchange({ method, url, headers, body });
    if (status !== 200 && status !== 201) throw new Error(`${method} ${path}: ${status} ${text}`);
    return (JSON.parse(text) as { data: unknown }).data;
  }
}

/** The three headers of the gateway's authentication page. */
function signed(method: string, path: string, body: string): Record<string, string> {
  const time = String(Math.floor(Date.now() / 1000));
  const text = [SECRET, method, path, body, time].join('_');
  return {
    'x-client-id': CLIENT_ID,
    'x-timestamp': time,
    'x-signature': createHash('sha256').update(text).digest('hex'),
  };
}
