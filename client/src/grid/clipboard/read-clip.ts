import type { Language } from '@andel/schema/money'
import { sizeOf, type Block } from './block.ts'
import { placeCells, textsOf, type HtmlTable, type ShownCell } from './html-table.ts'
import { takeExact } from './take-exact.ts'
import { readTsv } from './tsv.ts'

/** What lies on the clipboard. */
export interface Clip {
  readonly text: string
  /** The first table of the HTML; nothing when there is none. */
  readonly table?: HtmlTable | undefined
}

/**
 * The cells on the clipboard, as they would be typed.
 *
 * Plain text decides what there is and how it is shown: it alone has line breaks and tabs right in every
 * program. HTML adds what plain text cannot say, the exact number where a rounded one is shown, and only if
 * it has as many rows and columns. Without plain text the table is all there is (some web pages and mails).
 *
 * @param language - says how exact numbers are written
 */
export function readClip({ text, table }: Clip, language: Language): Block {
  const cells = table && placeCells(table)
  if (text === '') return cells ? withExact(textsOf(cells), cells, language) : []
  const block = readTsv(text)
  return cells && sameSize(block, textsOf(cells)) ? withExact(block, cells, language) : block
}

function withExact(
  block: Block,
  cells: readonly (readonly ShownCell[])[],
  language: Language,
): Block {
  return block.map((row, down) =>
    row.map((text, right) => {
      const number = cells[down]?.[right]?.number
      return takeExact({ text, number }, language) ?? text
    }),
  )
}

function sameSize(a: Block, b: Block): boolean {
  const [one, other] = [sizeOf(a), sizeOf(b)]
  return one.height === other.height && one.width === other.width
}
