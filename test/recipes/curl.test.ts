import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Loose } from '../api/api.ts'
import { lineNamed, sendEdits } from '../api/editing.ts'
import { runs } from '../debian.ts'
import { rezip, unzip } from '../workbook/archive.ts'
import { codeOf, decided, Kitchen } from './recipe.ts'

// The commands of docs/recipes, as they stand there.

const there = runs('curl', '--version')
const newPost = 'Resursförstärkning, handläggare'
let kitchen: Kitchen
beforeAll(async () => {
  kitchen = await Kitchen.open()
})
afterAll(() => kitchen?.[Symbol.asyncDispose]())

const shell = (code: string): Promise<string> => kitchen.run('sh', '-c', kitchen.filled(code))
const answer = async (code: string): Promise<Loose> => JSON.parse(await shell(code)).data
const fileRows = async (name: string): Promise<string[][]> => {
  const text = await readFile(join(kitchen.folder, name), 'utf8')
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

describe.skipIf(!there)(`recipes for curl${there ? '' : ' (skipped: there is none here)'}`, () => {
  it('01: the first question gives what was decided, the second why', async () => {
    const [first, second] = codeOf('01-curl', 'sh')
    const { costShares } = await answer(first!)
    const amounts = costShares.nodes.map((share: Loose) => [share.municipality.name, share.amount])
    expect(Object.fromEntries(amounts)).toEqual(decided)
    expect(costShares.aggregate.amount.sum).toBe('300000.00')

    const [why] = (await answer(second!)).costShares.nodes
    expect(why.explanation).toContain('SocSam 2022-06-03 § 33')
    expect(why.explain.shareStep.steps).toBe(42)
    expect(why.explain.bases[0].population.inhabitants).toBe(5210)
  })

  it('02: a table for a program, and at night only what is new', async () => {
    const [table, nightly] = codeOf('02-csv', 'sh')
    await shell(table!)
    const byMunicipality = (await fileRows('per-kommun.csv')).slice(1)
    expect(Object.fromEntries(byMunicipality.map((row) => [row[2], row[3]]))).toEqual(
      kitchen.totals,
    )

    const view = await kitchen.save(codeOf('02-csv', 'graphql')[0]!)
    const night = (): Promise<string> => shell(kitchen.filled(nightly!, view))
    const ofNewPost = async (): Promise<Record<string, string>> => {
      const text = await readFile(join(kitchen.folder, 'andelar.csv'), 'utf8')
      const lines = text.matchAll(/^2022,[^"]*,"Resursförstärkning, [^"]*",\d{4},(.*),(.*)\r$/gm)
      return Object.fromEntries([...lines].map(([, name, amount]) => [name, amount]))
    }
    expect(await night()).toBe('200\n')
    expect(await ofNewPost()).toEqual(decided)
    expect(await night()).toBe('304\n')
    expect(await ofNewPost()).toEqual(decided)

    const { id, version } = await lineNamed(kitchen.api, newPost)
    const edit = (months: string, based: number): object => ({
      setLine: { lineId: id, version: based, fields: { months } },
    })
    expect(await sendEdits(kitchen.api, [edit('7', version)])).toMatchObject({ applied: true })
    expect(await night()).toBe('200\n')
    expect((await ofNewPost())['Ragunda']).toBe('14700.00')
    const { version: now } = await lineNamed(kitchen.api, newPost)
    expect(await sendEdits(kitchen.api, [edit('6', now)])).toMatchObject({ applied: true })
  })

  it('10: a workbook is fetched, and checked and read back with what was changed in it', async () => {
    const [fetchIt, check, read] = codeOf('10-arbetsbok', 'sh')
    await shell(fetchIt!)
    expect((await answer(check!)).checkWorkbook).toEqual({
      seal: 'INTACT',
      changedSince: false,
      differenceCount: 0,
      differences: [],
    })

    const path = join(kitchen.folder, 'budget.xlsx')
    const files = unzip(await readFile(path))
    const sheet = 'xl/worksheets/sheet1.xml'
    const row = new RegExp(`<row (?:(?!</row>).)*${newPost}.*?</row>`).exec(files.get(sheet)!)![0]
    const typed = row.replace(/(<c r="F\d+"[^>]*><v>)6(<\/v>)/, '$17$2')
    expect(typed).not.toBe(row)
    files.set(sheet, files.get(sheet)!.replace(row, typed))
    await writeFile(path, rezip(files))

    const { checkWorkbook } = await answer(check!)
    expect(checkWorkbook).toMatchObject({
      seal: 'INTACT',
      differenceCount: 1,
      differences: [{ sheet: 'Budget', was: 6, is: 7 }],
    })
    const { cell } = checkWorkbook.differences[0]
    expect((await answer(read!)).readWorkbook).toMatchObject({
      seal: 'INTACT',
      changes: [{ kind: 'CHANGED', cell, description: newPost, field: 'months', proposed: '7' }],
    })
  })
})
