/** One window, addressed the way a screen reader addresses it: by role and name. */

import { type Browser, type ChainablePromiseElement, Key } from 'webdriverio';
import { type Role, locate } from './locate.ts';
import { until } from './until.ts';

const WITHIN_MS = 15_000;

/** A driver's session and the window it talks to now. */
export interface Session {
  readonly browser: Browser;
  window: string | undefined;
}

export async function switchTo(session: Session, handle: string): Promise<void> {
  if (session.window === handle) return;
  session.window = undefined;
  await session.browser.switchToWindow(handle);
  session.window = handle;
}

export class Window {
  constructor(
    private readonly session: Session,
    private readonly handle: string,
  ) {}

  private get browser(): Browser {
    return this.session.browser;
  }

  /** Waits until something of this role and name can be seen. */
  async find(role: Role, name: string, withinMs = WITHIN_MS): Promise<ChainablePromiseElement> {
    return until(
      `a ${role} "${name}" can be seen`,
      async () => {
        await this.focus();
        const found: unknown = await this.browser.execute(locate, role, name);
        return found ? this.browser.$(found as HTMLElement) : undefined;
      },
      withinMs,
    );
  }

  async has(role: Role, name: string): Promise<boolean> {
    await this.focus();
    return Boolean(await this.browser.execute(locate, role, name));
  }

  /** Clicks it; what was drawn anew between finding and clicking is looked for again. */
  async click(role: Role, name: string): Promise<void> {
    await until(`a ${role} "${name}" can be clicked`, async () => {
      const target = await this.find(role, name, 0);
      if (!(await target.isEnabled())) return false;
      await target.click();
      return true;
    });
  }

  /** Puts a text into a field in place of what is there; a field that was drawn anew is filled anew. */
  async fill(name: string, text: string): Promise<void> {
    await until(`the field "${name}" can be filled`, async () => {
      const field = await this.find('textbox', name, 0);
      await field.click();
      await this.browser.keys(['Control', 'a']);
      await this.browser.keys('Delete');
      await field.addValue(text);
      return true;
    });
  }

  /** Switches a box; a click that missed because the page moved under it is done again. */
  async toggle(role: 'checkbox' | 'switch', name: string): Promise<void> {
    const wasOn = await (await this.find(role, name)).isSelected();
    await until(`the ${role} "${name}" is switched`, async () => {
      const box = await this.find(role, name, 0);
      if ((await box.isSelected()) === wasOn) await box.click();
      return (await box.isSelected()) !== wasOn;
    });
  }

  /** Clicks it twice as fast as a person can. */
  async doubleClick(role: Role, name: string): Promise<void> {
    await until(`a ${role} "${name}" can be clicked twice`, async () => {
      const target = await this.find(role, name, 0);
      if (!(await target.isEnabled())) return false;
      await target.doubleClick();
      return true;
    });
  }

  /** Waits until it has the focus. */
  async hasFocus(role: Role, name: string): Promise<void> {
    await until(`the focus is on the ${role} "${name}"`, async () => {
      const target = await this.find(role, name, 0);
      return target.isFocused();
    });
  }

  /** Whether it has the focus now. */
  async isFocused(role: Role, name: string): Promise<boolean> {
    if (!(await this.has(role, name))) return false;
    return (await this.find(role, name, 0)).isFocused();
  }

  /** What stands in a field, or which code is chosen in a list. */
  async valueOf(role: 'textbox' | 'combobox', name: string): Promise<string> {
    return (await this.find(role, name)).getValue();
  }

  /** Whether a radio or a box is chosen. */
  async isChosen(role: 'radio' | 'checkbox', name: string): Promise<boolean> {
    const found = await this.find(role, name);
    return this.browser.execute(
      (element) => {
        const control = element instanceof HTMLLabelElement ? element.control : element;
        return control instanceof HTMLInputElement && control.checked;
      },
      found as unknown as HTMLElement,
    );
  }

  /** Chooses from a list by the code behind the words. */
  async choose(name: string, code: string): Promise<void> {
    await (await this.find('combobox', name)).selectByAttribute('value', code);
  }

  /** Hands a file to the field that takes one, as its dialog does. */
  async chooseFile(name: string, path: string): Promise<void> {
    await (await this.find('file', name)).addValue(path);
  }

  /** Types a text, one key after the other, into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.focus();
    const typing = this.browser.action('key');
    for (const key of text) typing.down(key).up(key);
    await typing.perform();
  }

  /** Holds a key down until it has repeated itself a few times. */
  async hold(key: 'Enter', times: number): Promise<void> {
    await this.focus();
    const held = this.browser.action('key');
    for (let time = 0; time < times; time += 1) held.down(Key[key]).pause(30);
    await held.up(Key[key]).perform();
  }

  /** Presses keys on whatever has the focus. */
  async press(...keys: string[]): Promise<void> {
    await this.focus();
    await this.browser.keys(keys);
  }

  /** Everything that can be read in it now. */
  async text(): Promise<string> {
    await this.focus();
    const text = await this.browser.execute(() => document.body.innerText);
    return text.replace(/\s+/gu, ' ').normalize('NFC');
  }

  /** Waits until all of these can be read. */
  async shows(...parts: readonly string[]): Promise<void> {
    await until(`"${parts.join('", "')}" can be read`, async () => {
      const text = await this.text();
      const absent = parts.filter((part) => !includes(text, part));
      if (absent.length > 0) throw new Error(`without "${absent.join('", "')}" in: ${text}`);
      return true;
    });
  }

  async isShowing(part: string): Promise<boolean> {
    return includes(await this.text(), part);
  }

  /** Gives it a size in the page's pixels, as a smaller or a scaled screen does. */
  async resize(width: number, height: number): Promise<void> {
    await this.focus();
    await this.browser.setWindowSize(width, height);
  }

  /** Loads the page anew. */
  async reload(): Promise<void> {
    await this.focus();
    await this.browser.refresh();
  }

  private async focus(): Promise<void> {
    await switchTo(this.session, this.handle);
  }
}

/** Spaces of any kind and capital letters made by the style sheet make no difference. */
function includes(text: string, part: string): boolean {
  const plain = (value: string): string =>
    value.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');
  return plain(text).includes(plain(part.normalize('NFC')));
}
