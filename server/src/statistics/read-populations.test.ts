import { describe, expect, it } from 'vitest'
import { csv, taken } from './example-reading.ts'
import {
  asLatin1,
  inYears,
  jamtland,
  jsonStat,
  koladaAnswer,
  novemberTable,
  pxText,
  pxwebJson,
  regions,
} from './example-tables.ts'
import { PopulationDateKind } from './population-date-kind.ts'
import { PopulationQuestion } from './population-question.ts'

const all = (on: string) => jamtland.map(([code, , inhabitants]) => [code, on, inhabitants])
const noProblems = { asks: undefined, problems: [] }

describe('the same figures', () => {
  const lines = jamtland.map(([code, name, inhabitants]) => `"${code} ${name}",${inhabitants}`)
  const data = jamtland.map(([, , inhabitants]) => inhabitants).join('\r\n')
  it.each([
    ['JSON-stat 2', jsonStat(novemberTable)],
    [
      'JSON-stat 2 with sparse values',
      jsonStat({ ...novemberTable, values: { ...(novemberTable.values as number[]) } }),
    ],
    ['JSON-stat 1', { dataset: jsonStat({ ...novemberTable, id: 'FolkmangdNov' }) }],
    ['PxWeb 1', pxwebJson()],
    ['PxWeb 1 with metadata', pxwebJson({ label: 'Folkmängd 1 november', source: 'SCB' })],
    ['PX in ISO-8859-1', asLatin1(pxText(data))],
    ['PX in UTF-8 that says otherwise', pxText(data)],
    ['CSV of PxWeb', asLatin1(csv('"region","Folkmängd 1 november 2021"', ...lines))],
  ])('stand in %s', async (_, file) => {
    expect(await taken(file)).toEqual({ ...noProblems, figures: all('2021-11-01') })
  })

  it('stand in Kolada, where a year means its last day', async () => {
    const file = koladaAnswer(jamtland.map(([code, , inhabitants]) => [code, 2021, inhabitants]))
    expect(await taken(file)).toEqual({ ...noProblems, figures: all('2021-12-31') })
  })

  it.each([
    [csv('kod;datum;invånare', '2303;2021-12-31;5 210', '0114;2021-12-31;47 184')],
    [csv('code,name,date,population', '2303,Ragunda,2021-12-31,5210', '114,,2021-12-31,47184')],
    [
      csv(
        'Kommun\tMätdatum\tFolkmängd',
        'ragunda\t20211231\t5210',
        'Upplands Väsby\t2021-12-31\t47184',
      ),
    ],
    [csv('kommunkod;2021-12-31', '2303;5210', '0114;47184')],
    [
      csv(
        'Folkmängd',
        '',
        ';;31 december 2021',
        '2303;Ragunda;5210',
        '0114;Upplands Väsby;47184',
        'Källa: SCB',
      ),
    ],
  ])('stand in a file of rows: %s', async (file) => {
    expect(await taken(file)).toEqual({
      ...noProblems,
      figures: [
        ['2303', '2021-12-31', 5210],
        ['0114', '2021-12-31', 47_184],
      ],
    })
  })
})

describe('dates', () => {
  const table = (more: object) => jsonStat({ ...novemberTable, id: '', title: 'Invånare', ...more })
  const count = { id: 'ContentsCode', codes: { X1: 'Folkmängd' } }
  const one = { ...regions, codes: { 2303: 'Ragunda' } }

  it.each([
    ['TAB1267', '2021', '2021-11-01'],
    ['TAB638', '2021', '2021-12-31'],
    ['TAB5557', '2025', '2025-12-31'],
    ['TAB5444', '2024M02', '2024-02-29'],
    ['TAB6471', '2025M03', '2025-03-31'],
  ])('follow from the table %s', async (id, time, on) => {
    const file = table({ id, dimensions: [one, count, inYears(time)], values: [5214] })
    expect((await taken(file)).figures).toEqual([['2303', on, 5214]])
  })

  it.each([
    ['Folkmängd 1 november efter region', '2021', '2021-11-01'],
    ['Population 31 December by region', '2021', '2021-12-31'],
    ['Folkmängden per månad efter region', '2021M12', '2021-12-31'],
    ['Folkmängd och förändringar per kvartal', '2021K1', '2021-03-31'],
  ])('follow from the title "%s"', async (title, time, on) => {
    const file = table({ title, dimensions: [one, count, inYears(time)], values: [5214] })
    expect((await taken(file)).figures).toEqual([['2303', on, 5214]])
  })

  it('are asked for where nothing, or two things, tell them', async () => {
    const unknown = table({ dimensions: [one, count, inYears('2021')], values: [5214] })
    const both = table({
      title: 'Folkmängd 1 november och 31 december',
      dimensions: [one, count, inYears('2021')],
      values: [5214],
    })
    for (const file of [unknown, both])
      expect(await taken(file)).toEqual({
        asks: PopulationQuestion.DATE_KIND,
        figures: [],
        problems: [],
      })
    expect((await taken(unknown, { dateKind: PopulationDateKind.DECEMBER_31 })).figures).toEqual([
      ['2303', '2021-12-31', 5214],
    ])
    const timeless = csv('kod;invånare', '2303;5210')
    expect((await taken(timeless)).asks).toBe(PopulationQuestion.DATE)
    expect((await taken(timeless, { on: '2021-09-30' })).figures).toEqual([
      ['2303', '2021-09-30', 5210],
    ])
  })

  it('of a kind that does not fit the time are told, not made up', async () => {
    const file = table({ id: 'TAB1267', dimensions: [one, count, inYears('2021M03')], values: [1] })
    expect((await taken(file)).problems).toEqual([[1, 'UNKNOWN_TIME']])
  })
})
