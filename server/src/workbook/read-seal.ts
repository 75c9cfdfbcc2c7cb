import { timingSafeEqual } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { Fault } from '@andel/schema/fault'
import { registerEnumType } from 'type-graphql'
import { type SheetCells, type WorkbookCells, valueOf } from '../file/cell.ts'
import { fileLimits } from '../file/limits.ts'
import { type SealedWorkbook, checksumOf, sealRow, signatureOf } from './seal.ts'

export enum SealStatus {
  INTACT = 'INTACT',
  BROKEN = 'BROKEN',
  FOREIGN = 'FOREIGN',
  MISSING = 'MISSING',
}

registerEnumType(SealStatus, {
  name: 'SealStatus',
  description: 'What the seal of a workbook is worth.',
  valuesConfig: {
    INTACT: { description: 'As it was written here: what it says was exported was exported.' },
    BROKEN: { description: 'Changed or damaged: its checksum is wrong. It proves nothing.' },
    FOREIGN: {
      description:
        'Its checksum is right, but it was not signed here: from another installation, or made anew by somebody.',
    },
    MISSING: { description: 'There is none: no workbook from here, or its hidden sheet is gone.' },
  },
})

export interface ReadSeal {
  readonly status: SealStatus
  /** What it holds, whatever it is worth; undefined when it cannot be read. */
  readonly sealed: SealedWorkbook | undefined
}

/** Characters of a seal that was not signed here: it may be made to fill the memory. */
const mostUnsigned = 4_000_000

/** Reads the seal of a workbook and finds out what it is worth. Throws nothing: a seal may hold anything. */
export function readSeal(workbook: WorkbookCells, secret: string | undefined): ReadSeal {
  const sheet = workbook.sheets.find((one) => textsOf(one, sealRow.format)[0] === '1')
  if (!sheet) return { status: SealStatus.MISSING, sealed: undefined }
  const content = unpack(textsOf(sheet, sealRow.content).join(''))
  const isSigned = content !== undefined && isSignedBy(secret, content, sheet)
  const sealed = isSigned || (content?.length ?? 0) <= mostUnsigned ? parse(content) : undefined
  if (content === undefined || sealed === undefined)
    return { status: SealStatus.BROKEN, sealed: undefined }
  if (textsOf(sheet, sealRow.checksum)[0] !== checksumOf(content))
    return { status: SealStatus.BROKEN, sealed }
  return { status: isSigned ? SealStatus.INTACT : SealStatus.FOREIGN, sealed }
}

function isSignedBy(secret: string | undefined, content: string, sheet: SheetCells): boolean {
  const signature = textsOf(sheet, sealRow.signature)[0] ?? ''
  return secret !== undefined && sameText(signature, signatureOf(secret, content))
}

const textsOf = ({ rows }: SheetCells, heading: string): string[] =>
  rows.filter((row) => valueOf(row[0]) === heading).map((row) => String(valueOf(row[1]) ?? ''))

function unpack(packed: string): string | undefined {
  try {
    const options = { maxOutputLength: fileLimits.unpacked }
    return inflateRawSync(Buffer.from(packed, 'base64'), options).toString()
  } catch {
    return undefined
  }
}

function parse(content: string | undefined): SealedWorkbook | undefined {
  try {
    const sealed = JSON.parse(content ?? '') as SealedWorkbook
    return isSealed(sealed) ? sealed : undefined
  } catch {
    return undefined
  }
}

/** A seal that was not signed here may hold anything; what follows relies on this much. */
function isSealed(sealed: Partial<SealedWorkbook> | null): boolean {
  return (
    typeof sealed?.budgetId === 'string' &&
    Number.isSafeInteger(sealed.sequence) &&
    !Number.isNaN(Date.parse(String(sealed.exportedAt))) &&
    isNumbers(sealed.lines) &&
    isNumbers(sealed.figures) &&
    Array.isArray(sealed.sheets) &&
    sealed.sheets.every(
      (sheet: Partial<SheetCells> | null) =>
        typeof sheet?.name === 'string' && Array.isArray(sheet.rows) && sheet.rows.every(isRow),
    )
  )
}

const isNumbers = (record: unknown): boolean =>
  typeof record === 'object' &&
  record !== null &&
  Object.values(record).every((value) => Number.isSafeInteger(value))

const isRow = (row: unknown): boolean => Array.isArray(row) && row.every(isCell)

function isCell(cell: unknown): boolean {
  if (cell === null || typeof cell !== 'object') return isValue(cell)
  const { formula, value } = cell as { formula?: unknown; value?: unknown }
  return typeof formula === 'string' && isValue(value)
}

const isValue = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The seal of a workbook that is read back. @throws {Fault} `FILE_NOT_OURS` when it says nothing */
export function sealToReadBack(
  workbook: WorkbookCells,
  secret: string | undefined,
): ReadSeal & { sealed: SealedWorkbook } {
  const { status, sealed } = readSeal(workbook, secret)
  if (!sealed) throw new Fault('FILE_NOT_OURS')
  return { status, sealed }
}
