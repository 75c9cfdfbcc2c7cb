import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Cell, WorkbookCells } from '../file/cell.ts'
import { exampleBook } from '../file/example-files.ts'
import { readWorkbookCells } from '../file/read-workbook-cells.ts'
import { readSeal, sealToReadBack } from './read-seal.ts'
import { checksumOf, sealRow, sealWorkbook } from './seal.ts'

const facts = {
  budgetId: 'QnVkZ2V0OjE',
  sequence: 12,
  exportedAt: '2026-11-22T14:00:00.000Z',
  lines: { TGluZTox: 3 },
  figures: { '2303 2021-12-31': 1 },
}
const sheets = [
  {
    name: 'Budget',
    rows: [
      ['', 'a', null],
      [1.5, { formula: 'A1*2', value: 3 }],
    ],
  },
]
const sealed = (secret = 's'): [string, string][] => sealWorkbook(secret, facts, { sheets })

/** The workbook as it comes back, with its seal as given. */
const workbookWith = (rows: readonly (readonly Cell[])[]): Promise<WorkbookCells> =>
  readWorkbookCells(exampleBook([...sheets, { name: 'Andel', rows }]))

describe('the seal of a workbook', () => {
  it('tells what was exported', async () => {
    const read = readSeal(await workbookWith(sealed()), 's')
    expect(read.status).toBe('INTACT')
    expect(read.sealed).toEqual({
      ...facts,
      sheets: [
        {
          name: 'Budget',
          rows: [
            [null, 'a'],
            [1.5, { formula: 'A1*2', value: 3 }],
          ],
        },
      ],
    })
  })

  it('is broken when a character of it is changed', async () => {
    const rows = sealed().map(([heading, text]) =>
      heading === sealRow.checksum ? [heading, text.replace(/^./, 'x')] : [heading, text],
    )
    expect(readSeal(await workbookWith(rows), 's').status).toBe('BROKEN')
  })

  it('is foreign when somebody makes content and checksum anew', async () => {
    const other = sealWorkbook('guess', { ...facts, sequence: 99 }, { sheets })
    expect(readSeal(await workbookWith(other), 's').status).toBe('FOREIGN')
    expect(readSeal(await workbookWith(sealed()), undefined).status).toBe('FOREIGN')
  })

  it('is missing when its sheet is', async () => {
    expect(readSeal(await workbookWith([]), 's')).toEqual({ status: 'MISSING', sealed: undefined })
    expect(() => sealToReadBack({ sheets: [] }, 's')).toThrow('FILE_NOT_OURS')
  })

  it.each([
    '{}',
    'null',
    '[]',
    '"a"',
    '{"budgetId":1}',
    JSON.stringify({ ...facts, sheets: [{ name: 'a', rows: [[{}]] }] }),
  ])('may hold anything: %s', async (content) => {
    const rows = [
      [sealRow.format, '1'],
      [sealRow.checksum, checksumOf(content)],
      [sealRow.content, deflateRawSync(content).toString('base64')],
    ]
    expect(readSeal(await workbookWith(rows), 's')).toEqual({ status: 'BROKEN', sealed: undefined })
  })

  it('needs several cells when there is much to seal', async () => {
    const random = Array.from({ length: 30_000 }, (_, index) => [checksumOf(String(index))])
    const long = sealWorkbook('s', facts, { sheets: [{ name: 'Budget', rows: random }] })
    expect(long.filter(([heading]) => heading === sealRow.content).length).toBeGreaterThan(5)
    expect(Math.max(...long.map(([, text]) => text.length))).toBeLessThan(32_767)
    const read = readSeal(await workbookWith(long), 's')
    expect([read.status, read.sealed?.sheets[0]?.rows.length]).toEqual(['INTACT', 30_000])
  })
})
