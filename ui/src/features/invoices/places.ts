import { router } from '~/app/router.svelte';
import type { Editor, Refusal } from './edit/editor.svelte';
import { editors } from './edit/editors';

export const openList = (): void => router.go({ name: 'invoices' });

export const openInvoice = (id: string): void =>
  router.go({ name: 'invoices', at: { kind: 'invoice', id } });

/** After sending: going back leads to the list, not to a draft that is gone. */
export const replaceByInvoice = (id: string): void =>
  router.replace({ name: 'invoices', at: { kind: 'invoice', id } });

export const openEditor = ({ key }: Editor): void =>
  router.go({ name: 'invoices', at: { kind: 'editor', key } });

export const openNew = (): void => openEditor(editors.fresh());

export const openDraft = (id: string): void => openEditor(editors.draft(id));

/** A draft made from an invoice that was refused, with the reason at its field. */
export function openAgain(id: string, refusal: Refusal): void {
  const editor = editors.draft(id);
  editor.carry(refusal);
  openEditor(editor);
}

export const openChange = (id: string): void => openEditor(editors.change(id));
