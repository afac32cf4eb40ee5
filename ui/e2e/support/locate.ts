/** Finds by role and name. This function runs in the page, so it stands alone. */

/** `file` is no role of ARIA, which has none for a field that takes a file. */
export type Role =
  | 'button'
  | 'textbox'
  | 'link'
  | 'radio'
  | 'checkbox'
  | 'switch'
  | 'tab'
  | 'row'
  | 'option'
  | 'combobox'
  | 'file'
  | 'heading'
  | 'img'
  | 'dialog'
  | 'alert'
  | 'status';

/** The visible element of this role whose name is, or else contains, the given one; the topmost layer wins. */
export function locate(role: string, name: string): Element | null {
  const native: Record<string, string> = {
    button: 'button:not([role]), summary, input[type=submit]',
    textbox:
      'input:not([type]), input[type=text], input[type=password], input[type=url], input[type=search], textarea',
    link: 'a[href]:not([role])',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]:not([role])',
    row: 'tr',
    combobox: 'select',
    file: 'input[type=file]',
    heading: 'h1, h2, h3, h4',
    img: 'img, svg[aria-label]',
    dialog: 'dialog[open]',
    status: 'output',
  };
  const plain = (text: string | null | undefined): string =>
    (text ?? '').replace(/\s+/gu, ' ').trim().normalize('NFC').toLocaleLowerCase('vi');
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return plain(
        by
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' '),
      );
    if (element.hasAttribute('aria-label')) return plain(element.getAttribute('aria-label'));
    const labels = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null;
    if (labels && labels.length > 0)
      return plain([...labels].map((label) => label.textContent).join(' '));
    if (element.matches('input, textarea')) {
      return plain(element.getAttribute('placeholder') ?? element.getAttribute('value'));
    }
    return plain(
      (element as HTMLElement).innerText || element.textContent || element.getAttribute('title'),
    );
  };
  const isVisible = (element: Element): boolean =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  const selector = [`[role=${role}]`, native[role]].filter(Boolean).join(', ');
  const inDialog = (element: Element): number =>
    element.closest('dialog[open], [role=dialog], [role=alertdialog]') ? 0 : 1;
  const all = [...document.querySelectorAll(selector)]
    .filter(isVisible)
    .sort((one, other) => inDialog(one) - inDialog(other));
  const wanted = plain(name);
  const found =
    all.find((element) => nameOf(element) === wanted) ??
    all.find((element) => nameOf(element).includes(wanted)) ??
    null;
  // A radio that is drawn by its label is one dot in size: a person clicks the label.
  const isDot = found instanceof HTMLInputElement && found.getBoundingClientRect().width < 4;
  return isDot ? (found.labels?.[0] ?? found) : found;
}
