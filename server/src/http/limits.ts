const mebibyte = 1024 * 1024

/** What may come in one request, in bytes. The sentences that refuse more quote the same figures. */
export const largest = {
  /** An operation in JSON, as it comes: a budget of 1 000 lines pasted at once is well below. */
  operation: mebibyte,
  /** The same when it came packed: 10 000 population figures with their sources, which are set all or not at all. */
  unpacked: 4 * mebibyte,
  file: 10 * mebibyte,
  /** A file and the operation around it. */
  upload: 10.5 * mebibyte,
} as const

/** E.g. "4 MiB". */
export const inMebibytes = (bytes: number): string => `${bytes / mebibyte} MiB`
