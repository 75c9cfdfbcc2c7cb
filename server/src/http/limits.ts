const mebibyte = 1024 * 1024

/** What may come in one request, in bytes. The sentences that refuse more quote the same figures. */
export const largest = {
  /** An operation in JSON: a budget of 1 000 lines pasted at once is well below 1 MiB. */
  operation: 4 * mebibyte,
  file: 10 * mebibyte,
  /** A file and the operation around it. */
  upload: 10.5 * mebibyte,
} as const

/** E.g. "4 MiB". */
export const inMebibytes = (bytes: number): string => `${bytes / mebibyte} MiB`
