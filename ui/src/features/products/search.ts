import { BookSearch } from '~/parts/books/search.svelte';

/** What the list of products shows. */
export const search = new BookSearch();
