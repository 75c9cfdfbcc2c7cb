/**
 * Texts to be put into cells, row by row, each as it would be typed. Rows may differ in length: where a row
 * has ended, the cell below it keeps what it has.
 */
export type Block = readonly (readonly string[])[]

export interface BlockSize {
  readonly height: number
  readonly width: number
}

export function sizeOf(block: Block): BlockSize {
  return { height: block.length, width: Math.max(0, ...block.map((row) => row.length)) }
}
