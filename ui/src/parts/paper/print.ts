import type { PaperSize } from '~/api/generated/contract';
import './print.css';

const SHEETS: Record<PaperSize, string> = {
  a4: 'A4',
  a5: 'A5',
  slip80: '80mm 297mm',
};

let cleanUp = (): void => undefined;

/** Takes the last print off the page. Some web views draw it only after the call has returned, so it stays until then. */
export function forgetPrint(): void {
  cleanUp();
  cleanUp = () => undefined;
}

/** Prints the pictures alone, one a sheet; the rest of the window stays off the paper. */
export async function printPages(pages: readonly string[], size: PaperSize): Promise<void> {
  forgetPrint();
  const box = document.createElement('div');
  box.className = 'paper-to-print';
  const images = pages.map((page) => {
    const image = new Image();
    image.alt = '';
    image.src = page;
    return image;
  });
  box.append(...images);
  document.body.append(box);
  const restore = chooseSheet(SHEETS[size]);
  cleanUp = () => {
    restore();
    box.remove();
  };
  await Promise.all(images.map(ready));
  window.print();
}

async function ready(image: HTMLImageElement): Promise<void> {
  // What cannot be decoded beforehand is decoded while it is drawn.
  if ('decode' in image) await image.decode().catch(() => undefined);
}

/** The sheet can only be named by a style sheet, and the page allows none but those made by script. */
function chooseSheet(sheet: string): () => void {
  if (typeof CSSStyleSheet !== 'function' || !('adoptedStyleSheets' in document)) {
    return () => undefined;
  }
  const style = new CSSStyleSheet();
  style.replaceSync(`@page { size: ${sheet}; margin: 0; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
  };
}
