/** Entries of a page at most, and of one that says nothing of its size. */
export const mostPerPage = 1000
