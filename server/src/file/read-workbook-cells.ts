import { Fault } from '@andel/schema/fault'
import type { SheetCells, WorkbookCells } from './cell.ts'
import { readDateStyles } from './date-formats.ts'
import { Reading } from './reading.ts'
import { readSharedTexts } from './shared-texts.ts'
import { readSheetCells } from './sheet-cells.ts'
import { openParts } from './unzip.ts'
import { whatIs } from './what-is.ts'
import { readOutline } from './workbook-outline.ts'

/**
 * Reads the cells of an XLSX workbook: values, formulas and what those came to. Nothing is calculated, followed or
 * fetched. What bounds it is `fileLimits`; others of the process have their turns in between.
 *
 * @throws {Fault} `FILE_KIND` for another kind of file; `FILE_LOCKED` for one with a password; `FILE_MACROS`,
 *   `FILE_LINKS`, `FILE_UNSAFE`, `FILE_TOO_LARGE`, `FILE_TOO_SLOW`, `FILE_BROKEN`
 */
export async function readWorkbookCells(
  bytes: Uint8Array,
  reading = new Reading(),
): Promise<WorkbookCells> {
  const kind = whatIs(bytes)
  if (kind === 'OLE') throw new Fault('FILE_LOCKED')
  if (kind !== 'ZIP') throw new Fault('FILE_KIND', { kind })
  const parts = await openParts(bytes, reading)
  const outline = await readOutline(parts, reading)
  const partIfAny = (name: string | undefined): Uint8Array | undefined =>
    name === undefined ? undefined : parts.read(name)
  const context = {
    texts: await readSharedTexts(partIfAny(outline.texts), reading),
    dateStyles: await readDateStyles(partIfAny(outline.styles), reading),
    since1904: outline.since1904,
  }
  const sheets: SheetCells[] = []
  for (const { name, part } of outline.sheets)
    sheets.push({ name, rows: await readSheetCells(parts.read(part), context, reading) })
  return { sheets }
}
