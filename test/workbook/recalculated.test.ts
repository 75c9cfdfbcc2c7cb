import { recalculate } from '@andel/schema/budget'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../product.ts'
import { type Case, knownCases, randomCases } from './cases.ts'
import { figuresIn, figuresOf } from './figures-in.ts'
import { type Recalculated, recalculated, withoutOffice } from './office.ts'

// Proof by somebody else's program: workbooks are changed as a person in Excel would change them, and LibreOffice calculates.
const title = `in LibreOffice${withoutOffice ? ` (skipped: ${withoutOffice})` : ''}`

describe.skipIf(withoutOffice)(title, () => {
  let cases: Case[]
  let results: Recalculated
  let remove: () => Promise<void>

  beforeAll(async () => {
    cases = [...(await knownCases()), ...(await randomCases(200))]
    const folder = await temporaryFolder()
    remove = folder.remove
    const files = cases.map(({ name, file }): [string, Buffer] => [name, file.bytes])
    results = await recalculated(folder.path, new Map(files))
  }, 300_000)

  afterAll(() => remove?.())

  it('every share and every sum is what Andel makes of the changed figures, to the öre', () => {
    for (const { name, after, sections, file } of cases) {
      const figures = recalculate(after)
      expect(figures.lines.filter(({ fault }) => fault)).toEqual([])
      const bases = Object.values(after.keys).flatMap((key) => key.bases)
      const on = bases.find((basis) => basis.kind === 'POPULATION')?.on
      const found = figuresIn(results.get(name)!.get('Budget')!, file, figures)
      const expected = figuresOf(
        figures,
        on === undefined ? undefined : after.populations[on],
        sections,
      )
      expect({ name, ...found }).toEqual({ name, ...expected })
    }
  })

  it('what was not changed comes to what the file had, on every sheet', () => {
    const same = cases.filter(({ name }) => name.startsWith('same'))
    let compared = 0
    for (const { name, file } of same) {
      for (const [sheet, cells] of results.get(name)!) {
        const had = file.numbers(sheet)
        compared += had.length
        const found = had.map(({ row, column }) => numberIn(cells[row]?.[column]))
        const wrong = had.filter(({ value }, index) => !isSame(value, found[index]!))
        expect({ name, sheet, wrong }).toEqual({ name, sheet, wrong: [] })
      }
    }
    expect(compared).toBeGreaterThan(3000)
  })
})

/** A number as a text without format has it: "0.042", "4.2%". */
const numberIn = (text = ''): number =>
  text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text === '' ? Number.NaN : Number(text)

const isSame = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one))
