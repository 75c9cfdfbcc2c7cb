/** What a file may be. Counted while it is read: what a file says of itself is not believed. */
export const fileLimits = {
  /** As it comes, in bytes. */
  packed: 10 * 1024 * 1024,
  /** All parts of it that are read, in bytes. */
  unpacked: 50 * 1024 * 1024,
  /** Parts of a packed file. */
  entries: 200,
  /** Places for cells: a row counts from its first column to its last filled one. */
  cells: 1_000_000,
  /** Texts of a workbook that its cells share. */
  texts: 500_000,
  /** Rows and columns of a sheet. */
  rows: 200_000,
  columns: 2000,
  /** Characters of one cell, and of one formula: what Excel itself takes. */
  text: 32_767,
  formula: 8192,
  /** Elements within elements of XML, and attributes of one. */
  depth: 64,
  attributes: 200,
  milliseconds: 5000,
} as const
