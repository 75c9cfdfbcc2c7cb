import { createHash, createHmac } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Cell, SheetCells, WorkbookCells } from '../file/cell.ts'

/** What a workbook was made from. */
export interface SealedFacts {
  /** Global id of the budget. */
  readonly budgetId: string
  /** Sequence of the newest change that the workbook has. */
  readonly sequence: number
  /** ISO time. */
  readonly exportedAt: string
  /** Version of each line, by its global id. */
  readonly lines: Readonly<Record<string, number>>
  /** Revision of each population figure, by municipality code and date: "2303 2021-12-31". */
  readonly figures: Readonly<Record<string, number>>
}

/** What a seal holds: the facts, and every cell as it was exported. */
export interface SealedWorkbook extends SealedFacts {
  readonly sheets: readonly SheetCells[]
}

/** Headings of the rows of the seal. */
export const sealRow = {
  format: 'andel:seal',
  checksum: 'checksum',
  signature: 'signature',
  content: 'content',
} as const

/** No cell holds more than 32 767 characters. */
const longest = 30_000

/**
 * Seals a workbook: what was exported, a checksum that finds what was changed by mistake, and a signature that
 * finds what was changed on purpose.
 *
 * @param secret - of `sealSecret`
 * @param workbook - every other sheet, as `readWorkbookCells` would read it
 * @returns rows of two texts, for a hidden sheet after the others; its name does not matter
 */
export function sealWorkbook(
  secret: string,
  facts: SealedFacts,
  workbook: WorkbookCells,
): [string, string][] {
  const content = JSON.stringify({
    ...facts,
    sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.map(trimmed) })),
  })
  const packed = deflateRawSync(content, { level: 6 }).toString('base64')
  return [
    [sealRow.format, '1'],
    ['budget', facts.budgetId],
    ['sequence', String(facts.sequence)],
    ['exported', facts.exportedAt],
    [sealRow.checksum, checksumOf(content)],
    [sealRow.signature, signatureOf(secret, content)],
    ...(packed.match(new RegExp(`.{1,${longest}}`, 'g')) ?? []).map((text): [string, string] => [
      sealRow.content,
      text,
    ]),
  ]
}

/** An empty text and an empty cell are the same in a file; empty cells at the end of a row are not in it. */
function trimmed(row: readonly Cell[]): Cell[] {
  const cells = row.map((cell) => (cell === '' || cell === undefined ? null : cell))
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
}

export const checksumOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex')

export const signatureOf = (secret: string, content: string): string =>
  createHmac('sha256', secret).update(content).digest('hex')
