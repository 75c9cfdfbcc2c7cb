import type { BudgetFacts, LineFacts } from '@andel/schema/budget'
import { type Sheet, exportWorkbook } from '@andel/server/workbook'
import { rezip, unzip } from './archive.ts'

/** A workbook as its files, to look into and to change as somebody in Excel would. */
export class WorkbookFile {
  private constructor(readonly files: Map<string, string>) {}

  static async of(sheet: Sheet, language: 'sv' | 'en' = 'sv'): Promise<WorkbookFile> {
    const exportedAt = new Date('2022-06-03T12:00:00Z')
    const chunks: Uint8Array[] = []
    for await (const chunk of exportWorkbook(sheet, { language, exportedAt })) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    }
    return new WorkbookFile(unzip(Buffer.concat(chunks)))
  }

  copy(): WorkbookFile {
    return new WorkbookFile(new Map(this.files))
  }

  get bytes(): Buffer {
    return rezip(this.files)
  }

  /** The markup of a sheet, by its place from 1. */
  sheet(place: number): string {
    return this.files.get(`xl/worksheets/sheet${place}.xml`)!
  }

  /** The numbers of a sheet but its dates, by row and column from 0. */
  numbers(name: string): { row: number; column: number; value: number }[] {
    const names = [...this.files.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)]
    const sheet = this.sheet(names.findIndex((match) => match[1] === name) + 1)
    const numbers = sheet.matchAll(
      /<c r="([A-Z]+)(\d+)" s="\d+">(?:<f[^>]*?(?:\/>|>[^<]*<\/f>))?<v>([^<]*)<\/v>/g,
    )
    return [...numbers]
      .map(([, letters, row, value]) => ({
        row: Number(row) - 1,
        column: columnOf(letters!),
        value: Number(value),
      }))
      .filter(({ column }) => name !== 'Folkmängd' || column !== 2)
  }

  /** Row of a line on the first sheet, by the id in its hidden column. */
  rowOf(lineId: string): number {
    const id = Buffer.from(`BudgetLine:${lineId}`).toString('base64url')
    const found = new RegExp(`<c r="A(\\d+)"[^>]*><is><t[^>]*>${id}</t>`).exec(this.sheet(1))
    return Number(found![1])
  }

  /** Types a number into a cell that is there, or empties it. */
  type(place: number, address: string, value: number | null): void {
    const cell = new RegExp(`<c r="${address}" s="(\\d+)"(?:/>|><v>[^<]*</v></c>)`)
    const before = this.sheet(place)
    const content = value === null ? '/>' : `><v>${value}</v></c>`
    const after = before.replace(cell, (_, style) => `<c r="${address}" s="${style}"${content}`)
    if (!cell.test(before)) throw new Error(`There is no typed cell ${address} on sheet ${place}.`)
    this.files.set(`xl/worksheets/sheet${place}.xml`, after)
  }

  /** Types what differs between two states of a budget. */
  typeChanges(before: BudgetFacts, after: BudgetFacts): void {
    for (const [index, line] of after.lines.entries()) this.typeLine(before.lines[index]!, line)
    const codes = before.participants.map(({ code }) => code).toSorted()
    const dates = Object.values(before.keys)
      .flatMap(({ bases }) => bases)
      .flatMap((basis) => (basis.kind === 'POPULATION' ? [basis.on] : []))
    for (const [index, on] of [...new Set(dates)].toSorted().entries()) {
      for (const [place, code] of codes.entries()) {
        const value = after.populations[on]![code]!
        if (value !== before.populations[on]![code])
          this.type(2, `D${4 + index * codes.length + place}`, value)
      }
    }
  }

  private typeLine(before: LineFacts, after: LineFacts): void {
    const row = this.rowOf(after.id)
    const sign = after.kind === 'REVENUE' ? -1 : 1
    const type = (column: string, old: number | null, value: number | null, scale: number) => {
      if (value !== old) this.type(1, `${column}${row}`, value === null ? null : value / scale)
    }
    type('E', before.workload, after.workload, 100)
    type('F', before.months, after.months, 10)
    type('G', before.monthlyCost, after.monthlyCost, 100)
    if (after.monthlyCost === null) type('H', before.amount, after.amount, 100 * sign)
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
