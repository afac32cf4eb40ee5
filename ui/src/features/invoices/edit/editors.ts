import { Editor } from './editor.svelte';

const known = new Map<string, Editor>();
let count = 0;

function keep(editor: Editor): Editor {
  known.set(editor.key, editor);
  return editor;
}

/** What is being written. An editor lives until the host has everything that was typed into it. */
export const editors = {
  fresh(): Editor {
    count += 1;
    return keep(new Editor(`new-${count}`, 'draft', null));
  },

  draft(id: string): Editor {
    const open = [...known.values()].find((one) => one.mode === 'draft' && one.id === id);
    return open ?? keep(new Editor(`draft-${id}`, 'draft', id));
  },

  change(id: string): Editor {
    return known.get(`change-${id}`) ?? keep(new Editor(`change-${id}`, 'change', id));
  },

  of(key: string): Editor | undefined {
    return known.get(key);
  },

  /** Those with something that the host has not taken, and nobody looks at. */
  get unsaved(): Editor[] {
    return [...known.values()].filter((one) => one.mode === 'draft' && one.isAtRisk);
  },

  /** Its screen was left: what was typed is saved, then it is forgotten. */
  async leave(editor: Editor): Promise<void> {
    await editor.flush();
    if (!editor.isShown && !editor.isAtRisk) known.delete(editor.key);
  },

  forget(editor: Editor): void {
    known.delete(editor.key);
  },
};
