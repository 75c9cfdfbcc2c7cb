import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet, sendEdits } from './editing.ts'
import { column, exportBook, readBack, rowOf } from './round-trip.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

it('keeps the sign of a revenue, which the workbook shows as it counts', async () => {
  const add = (description: string, amount: string): Loose => ({
    addLine: { fields: { description, kind: 'REVENUE', amount } },
  })
  await sendEdits(api, [add('Statsbidrag', '500.00'), add('Återbetalt bidrag', '-500.00')])
  const { id } = await readSheet(api)
  const book = await exportBook(api, id)
  const [grant, repaid] = [rowOf(book, 'Statsbidrag'), rowOf(book, 'Återbetalt bidrag')]
  const read = async (first: unknown, second: unknown): Promise<unknown[]> => {
    grant[column.amount] = first
    repaid[column.amount] = second
    const { changes } = await readBack(api, id, book)
    return changes.map(({ kind, base, current, proposed, formula }: Loose) =>
      [kind, base, current, proposed, formula].join(' '),
    )
  }
  const changed = (from: string, to: string): string => `CHANGED ${from} ${from} ${to} `
  expect(await read(-500, 500)).toEqual([])
  const all = await read(500, -500)
  expect(all.toSorted()).toEqual(
    [changed('500.00', '-500.00'), changed('-500.00', '500.00')].toSorted(),
  )
  expect(await read({ formula: '-6*100', value: -600 }, 500)).toEqual([changed('500.00', '600.00')])
  expect(await read(0, 500)).toEqual([changed('500.00', '0.00')])
})
