import { BookSearch } from '~/parts/books/search.svelte';

/** What the list of customers shows. */
export const search = new BookSearch();
