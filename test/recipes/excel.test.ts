import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recalculated, withoutOffice } from '../workbook/office.ts'
import { codeOf, decided, Kitchen, type View } from './recipe.ts'

// What Excel and Power Query fetch in docs/recipes. Excel is not here: LibreOffice opens what it would get.

let kitchen: Kitchen
let view: View
beforeAll(async () => {
  kitchen = await Kitchen.open()
  view = await kitchen.save(codeOf('02-csv', 'graphql')[0]!)
})
afterAll(() => kitchen?.[Symbol.asyncDispose]())

const fetched = async (place: number): Promise<Response> => {
  const answer = await fetch(kitchen.filled(codeOf('03-excel', 'text')[place]!, view).trim())
  expect(answer.status).toBe(200)
  return answer
}

describe('Excel', () => {
  const title = `03: the address gives a workbook${withoutOffice ? ` (skipped: ${withoutOffice})` : ''}`
  it.skipIf(withoutOffice)(title, async () => {
    const file = new Uint8Array(await (await fetched(0)).arrayBuffer())
    const [cells] = (await recalculated(kitchen.folder, new Map([['vy', file]])))
      .get('vy')!
      .values()
    const ofNewPost = cells!.filter((row) => row[2]?.startsWith('Resursförstärkning'))
    const kronor = Object.entries(decided).map(([name, amount]) => [name, Number(amount)])
    expect(ofNewPost.map((row) => [row[4], Number(row[5])])).toEqual(kronor)
    expect(ofNewPost.map((row) => row[3])).toContain('2303')
    const sum = cells!.slice(1).reduce((total, row) => total + Number(row[5] ?? 0), 0)
    expect(sum).toBe(4_620_000)
  })

  it('03: the other address gives a CSV as Excel in Swedish has it', async () => {
    const text = Buffer.from(await (await fetched(1)).arrayBuffer()).toString()
    expect(text).toMatch(/^\uFEFFcostShares\.budget\.year;/)
    expect(text).toMatch(/\r\n2022;.*;2303;Ragunda;12600,00\r\n/)
  })
})

describe('Power Query', () => {
  it('04: names the columns that the view has, each with a type', () => {
    const types: Record<string, string> = { INTEGER: 'Int64.Type', MONEY: 'Currency.Type' }
    const columns = view.columns.map(
      ({ name, kind }) => `{"${name}", ${types[kind] ?? 'type text'}}`,
    )
    const typed = [...codeOf('04-power-query', 'powerquery')[0]!.matchAll(/\{"[^}]*\}/g)]
    expect(typed.map(([column]) => column)).toEqual(columns)
  })

  it('05: groups by columns that the view has, and the other view sums to the same', async () => {
    const named = [
      ...codeOf('05-power-query-gruppera', 'powerquery')[0]!.matchAll(/costShares[\w.]+/g),
    ]
    expect(view.columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(named.map(([name]) => name)),
    )
    const summed = await kitchen.save(codeOf('05-power-query-gruppera', 'graphql')[0]!)
    const address = `${kitchen.api.address}/views/${summed.id}.json?token=${summed.token}`
    const rows = (await (await fetch(address)).json()) as Record<string, string>[]
    const totals = rows.map((row) => [
      row['costShares.groupBy.municipality.name'],
      row['costShares.groupBy.aggregate.amount.sum'],
    ])
    expect(Object.fromEntries(totals)).toEqual(kitchen.totals)
  })
})
