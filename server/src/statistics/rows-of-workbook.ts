import { valueOf } from '../file/cell.ts'
import { readWorkbookCells } from '../file/read-workbook-cells.ts'

/** The rows of the first sheet that has any. @throws {Fault} what `readWorkbookCells` throws */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readWorkbookCells(bytes)
  const rows = sheets.find((sheet) => sheet.rows.some((row) => row.length > 1))?.rows ?? []
  return rows.map((row) => row.map((cell) => String(valueOf(cell) ?? '')))
}
