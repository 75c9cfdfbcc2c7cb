import type { Block } from './block.ts'

/** What stands in a cell of an HTML table, in order. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** `<br>`, or the beginning of a paragraph. */
  | { readonly kind: 'break' }
  /** Excel's `mso-spacerun`: blanks that count, which HTML would draw together. */
  | { readonly kind: 'blanks'; readonly text: string }

/** A cell of an HTML table with what spreadsheets say in its attributes. */
export interface HtmlCell {
  readonly pieces: readonly HtmlPiece[]
  readonly columns: number
  readonly rows: number
  /** LibreOffice: the number, however it is shown. */
  readonly sdval?: string | undefined
  /** Excel up to 2003: the number, however it is shown. Excel since then tells what is shown alone. */
  readonly xNum?: string | undefined
  /** Sheets until 2024: JSON, `{"1":3,"3":12600}`. LibreOffice since 24.8 writes it with the decimals cut off. */
  readonly sheetsValue?: string | undefined
}

export type HtmlTable = readonly (readonly HtmlCell[])[]

/** What a cell of an HTML table says, and the number it claims to be. */
export interface ShownCell {
  readonly text: string
  /** A number as programs write it, "1.5E-7"; nothing where none is told. */
  readonly number?: string | undefined
}

/**
 * A table's cells where they stand: a merged cell has its content in its first, and the others are empty,
 * as spreadsheets have it.
 */
export function placeCells(table: HtmlTable): readonly (readonly ShownCell[])[] {
  const placed: ShownCell[][] = table.map(() => [])
  table.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (placed[row]![column]) column += 1
      for (let down = 0; down < cell.rows; down += 1) {
        const line = placed[row + down]
        if (!line) break
        for (let right = 0; right < cell.columns; right += 1) {
          line[column + right] = down + right === 0 ? shown(cell) : { text: '' }
        }
      }
      column += cell.columns
    }
  })
  return placed.map((row) => Array.from(row, (cell) => cell ?? { text: '' }))
}

/** The texts of placed cells alone. */
export function textsOf(rows: readonly (readonly ShownCell[])[]): Block {
  return rows.map((row) => row.map(({ text }) => text))
}

function shown({ pieces, sdval, xNum, sheetsValue }: HtmlCell): ShownCell {
  const text = textOf(pieces)
  // an empty x:num says that the text itself is the number
  return { text, number: sdval ?? (xNum || undefined) ?? sheetsNumber(sheetsValue) }
}

/** As a browser would show it: blanks and line breaks of the source are one blank. */
function textOf(pieces: readonly HtmlPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'break') return '\n'
      if (piece.kind === 'blanks') return piece.text.replace(/\s/g, '\u00a0')
      return piece.text.replace(/[ \t\r\n]+/g, ' ')
    })
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '')
    .replaceAll('\u00a0', ' ')
}

/** Read as text, not as JSON, so that no digit is lost. */
function sheetsNumber(json: string | undefined): string | undefined {
  return json && /^\{"1":3,"3":([-+\d.eE]+)[,}]/.exec(json)?.[1]
}
