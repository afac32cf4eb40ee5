import type {
  BookKind,
  BooksView,
  CodeKind,
  CodeView,
  CodesView,
  CustomerView,
  FileView,
  MirrorView,
  ProductView,
} from '~/api/generated/contract';
import type { CommandName, RequestOf } from '~/api/transport';
import { seedCustomers } from './book-samples-customers';
import { seedProducts } from './book-samples-products';
import { findCustomers } from './customers';
import type { Handlers } from './handlers';
import type { MemoryImport } from './imports';
import { findProducts } from './products';
import type { MemoryOptions } from './options';
import { type World, Refusal, errorBody, minutesFrom, newId, present } from './world';

/** Customers, products and what belongs to them. */
export interface MemoryBooks {
  customers: CustomerView[];
  products: ProductView[];
  quickKeys: (string | null)[];
  codes: CodesView;
  customersAt: string | null;
  productsAt: string | null;
  imports: Map<string, MemoryImport>;
  /** Exports that run. */
  exports: Map<string, { isCancelled: boolean }>;
}

export const QUICK_KEYS = 24;

/** A row that the gateway knows as it is. */
export function cleanMirror(gatewayId: string | null): MirrorView {
  return { state: 'clean', problem: null, message: null, fetchedAt: present(), gatewayId };
}

const code = (
  [name, vi, en]: readonly [string, string, string],
  certainty: CodeView['certainty'],
  rate: string | null = null,
): CodeView => ({ code: name, nameVi: vi, nameEn: en, rate, certainty });

function seedCodes(): CodesView {
  return {
    tax: [
      code(['TAX_CODE_10', 'Thuế GTGT 10%', 'VAT 10%'], 'documented', '10'),
      code(['TAX_CODE_8', 'Thuế GTGT 8%', 'VAT 8%'], 'documented', '8'),
      code(['TAX_CODE_5', 'Thuế GTGT 5%', 'VAT 5%'], 'assumed', '5'),
      code(['TAX_CODE_0', 'Thuế GTGT 0%', 'VAT 0%'], 'assumed', '0'),
    ],
    income: [code(['C1001', 'Doanh thu bán hàng', 'Sales revenue'], 'documented')],
    expense: [code(['D1001', 'Chi phí mua hàng', 'Cost of goods'], 'documented')],
    defaultTax: 'TAX_CODE_8',
    defaultIncome: 'C1001',
    defaultExpense: 'D1001',
  };
}

export function seedBooks(options: MemoryOptions): MemoryBooks {
  const isFilled = options.isSetUp && options.hasBooks;
  const products = isFilled ? seedProducts() : [];
  const quickKeys = Array.from({ length: QUICK_KEYS }, (_, index) =>
    index < 8 ? (products[index]?.id ?? null) : null,
  );
  return {
    customers: isFilled ? seedCustomers() : [],
    products,
    quickKeys,
    codes: seedCodes(),
    customersAt: isFilled ? minutesFrom(present(), -4) : null,
    productsAt: isFilled ? minutesFrom(present(), -4) : null,
    imports: new Map(),
    exports: new Map(),
  };
}

export function booksView({ books }: World): BooksView {
  const rows = [...books.customers, ...books.products].map(({ mirror }) => mirror.state);
  return {
    customersAt: books.customersAt,
    productsAt: books.productsAt,
    isSyncing: false,
    pending: rows.filter((state) => state === 'pending' || state === 'deleting').length,
    refused: rows.filter((state) => state === 'refused').length,
    problem: null,
  };
}

export function tellBooks(world: World): void {
  world.tell({ kind: 'books', books: booksView(world) });
}

/** The gateway is told of everything; it refuses what is named `sai`. */
function sync(world: World): BooksView {
  if (world.troubles.includes('noNetwork')) throw new Refusal('no_network');
  const { books } = world;
  const isLeft = ({ mirror }: { mirror: MirrorView }) => mirror.state !== 'deleting';
  books.customers = books.customers.filter(isLeft);
  books.products = books.products.filter(isLeft);
  for (const row of [...books.customers, ...books.products]) {
    if (row.mirror.state !== 'pending') continue;
    row.mirror = row.facts.name.includes('sai')
      ? {
          ...row.mirror,
          state: 'refused',
          problem: errorBody('refused_content', { requestId: 'req-1', certainty: 'refused' }),
          message: 'Name contains a forbidden word',
        }
      : cleanMirror(`gw-${row.id}`);
  }
  books.customersAt = present();
  books.productsAt = present();
  tellBooks(world);
  return booksView(world);
}

const TABLE = { tax: 'tax', income: 'income', expense: 'expense' } as const;
const DEFAULT = {
  tax: 'defaultTax',
  income: 'defaultIncome',
  expense: 'defaultExpense',
} as const satisfies Record<CodeKind, keyof CodesView>;

const FILES: Record<BookKind, string> = { customers: 'khach-hang', products: 'san-pham' };

type BookCommand = Extract<CommandName, `books_${string}` | `codes_${string}` | 'book_export'>;

/** The handlers of what both books share, over one world. */
export function bookHandlers(world: World): Pick<Handlers, BookCommand> {
  const { books } = world;
  return {
    books_get: () => booksView(world),
    books_sync: () => sync(world),
    codes_get: () => books.codes,
    codes_save: ({ kind, code: wanted, name, rate, isDefault }) => {
      const table = books.codes[TABLE[kind]];
      const typed = wanted.trim();
      if (typed === '') {
        throw new Refusal('field_refused', { params: { field: 'code', reason: 'missing' } });
      }
      const known = table.find((row) => row.code === typed);
      if (known && known.certainty !== 'own' && !isDefault) {
        throw new Refusal('code_taken', { params: { field: 'code' } });
      }
      if (!known || known.certainty === 'own') {
        const entered = code([typed, name, name], 'own', kind === 'tax' ? rate : null);
        if (known) Object.assign(known, entered);
        else table.push(entered);
      }
      if (isDefault) books.codes[DEFAULT[kind]] = typed;
      return books.codes;
    },
    codes_remove: ({ kind, code: gone }) => {
      const table = TABLE[kind];
      books.codes[table] = books.codes[table].filter(
        (row) => row.code !== gone || row.certainty !== 'own',
      );
      if (books.codes[DEFAULT[kind]] === gone) {
        books.codes[DEFAULT[kind]] = books.codes[table][0]?.code ?? '';
      }
      return books.codes;
    },
    book_export: (request) => exportBook(world, request),
  };
}

const ROWS_AT_ONCE = 200;
/** A part takes longer than a call, so that a call can stop it. */
const CALLS_A_PART = 5;

/** Writes nothing, but takes its time like the host, and can be stopped. */
async function exportBook(
  world: World,
  { kind, format, search, needsAttention }: RequestOf<'book_export'>,
): Promise<FileView> {
  const request = {
    ...(search === null ? {} : { search }),
    needsAttention: needsAttention === true,
  };
  const { length } =
    kind === 'customers' ? findCustomers(world, request) : findProducts(world, request);
  const work = { isCancelled: false };
  const id = newId('export');
  world.books.exports.set(id, work);
  const tell = (done: number, isOver: boolean) =>
    world.tell({
      kind: 'progress',
      progress: { id, isExport: true, done, count: length, isOver, ...work },
    });
  for (let done = 0; done < length && !work.isCancelled; done += ROWS_AT_ONCE) {
    tell(Math.min(length, done + ROWS_AT_ONCE), false);
    await new Promise((resolve) => setTimeout(resolve, world.options.latencyMs * CALLS_A_PART));
  }
  tell(work.isCancelled ? 0 : length, true);
  world.books.exports.delete(id);
  if (work.isCancelled) throw new Refusal('cancelled');
  return { file: `${FILES[kind]}.${format}`, folder: 'Documents', rows: length };
}
