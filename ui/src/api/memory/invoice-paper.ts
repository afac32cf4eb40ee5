/** A plain sheet in place of the host's, enough to look at and to print. */
import type { InvoiceContentView, PaperSize } from '~/api/generated/contract';

interface Sheet {
  code: string;
  content: InvoiceContentView;
  isDraft: boolean;
}

const SIDES: Record<PaperSize, readonly [width: number, height: number, lines: number]> = {
  a4: [210, 297, 30],
  a5: [148, 210, 18],
  slip80: [80, 200, 500],
};

/** One SVG a page. */
export function drawPaper({ code, content, isDraft }: Sheet, size: PaperSize): string[] {
  const [, , most] = SIDES[size];
  const count = Math.max(1, Math.ceil(content.lines.length / most));
  return Array.from({ length: count }, (_, page) => {
    const texts = [
      'PHIẾU YÊU CẦU THANH TOÁN',
      'Không phải hóa đơn điện tử',
      isDraft ? `${code} – BẢN NHÁP` : code,
      content.customer?.name ?? '',
      ...content.lines
        .slice(page * most, (page + 1) * most)
        .map(({ name, quantity, unitPrice }) => `${quantity} × ${name}: ${quantity * unitPrice}`),
    ];
    return drawSheet(texts, size);
  });
}

/** Lines of text on one sheet, as an SVG. */
export function drawSheet(texts: readonly string[], size: PaperSize): string {
  const [width, height] = SIDES[size];
  const lines = texts
    .map((text, index) => `<text x="6" y="${12 + index * 7}" font-size="4">${escape(text)}</text>`)
    .join('');
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${lines}</svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
