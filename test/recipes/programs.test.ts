import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missing, runs } from '../debian.ts'
import { codeOf, Kitchen } from './recipe.ts'

// The programs of docs/recipes, as they stand there. pandas and R are 70 and 45 MB, and installed within some ten seconds where that may be.

const pythons = ['python3', '/usr/bin/python3']
const python = pythons.find((name) => runs(name, '--version'))
const pandas = (): string | undefined => pythons.find((name) => runs(name, '-c', 'import pandas'))
const withoutPandas = missing({
  name: 'pandas',
  answers: () => pandas() !== undefined,
  package: 'python3-pandas',
  patience: 180_000,
})
const withoutR = missing({
  name: 'R',
  answers: () => runs('Rscript', '--version'),
  package: 'r-base-core',
  patience: 180_000,
})
const because = (reason: string | undefined): string => (reason ? ` (skipped: ${reason})` : '')

let kitchen: Kitchen
beforeAll(async () => {
  kitchen = await Kitchen.open()
})
afterAll(() => kitchen?.[Symbol.asyncDispose]())

/** What each municipality bears of the budget, out of what a program printed. */
function totalsIn(printed: string, line: (name: string) => RegExp): Record<string, string> {
  const found = Object.keys(kitchen.totals).map((name) => [name, line(name).exec(printed)?.[1]])
  return Object.fromEntries(found) as Record<string, string>
}

describe.skipIf(!python)(`Python alone${python ? '' : ' (skipped: there is none here)'}`, () => {
  it('07: all rows as they come, and a list page by page', async () => {
    const [rows, pages] = codeOf('07-python', 'python')
    const printed = await kitchen.run(python!, '-c', kitchen.filled(`${rows}\n${pages}`))
    expect(printed).toBe('4620000.00\n290\n')
  })
})

describe.skipIf(withoutPandas)(`pandas${because(withoutPandas)}`, () => {
  it('06: a view, and a column for each year', async () => {
    const view = await kitchen.save(codeOf('02-csv', 'graphql')[0]!)
    const code = kitchen.filled(codeOf('06-pandas', 'python').join('\n'), view)
    const exact = 'print(df[df["line"].str.startswith("Resurs")]["amount"].tolist())'
    const printed = await kitchen.run(pandas()!, '-c', `${code}\n${exact}`)
    const line = (name: string): RegExp => new RegExp(`^\\d{4}\\s+${name}\\s+(\\S+)\\s+\\1$`, 'm')
    expect(totalsIn(printed, line)).toEqual(kitchen.totals)
    expect(printed).toMatch(/^Summa\s+4620000\.00\s+4620000\.00$/m)
    expect(printed).toContain("[Decimal('12600.00'), Decimal('14700.00'), Decimal('36900.00')")
  })

  it('07: rows from the API become a DataFrame', async () => {
    const code = codeOf('07-python', 'python').join('\n')
    const printed = await kitchen.run(pandas()!, '-c', kitchen.filled(code))
    const line = (name: string): RegExp => new RegExp(`^\\d{4}\\s+${name}\\s+(\\S+)$`, 'm')
    expect(totalsIn(printed, line)).toEqual(kitchen.totals)
  })
})

describe.skipIf(withoutR)(`R${because(withoutR)}`, () => {
  it('08: kronor per inhabitant, as the server has it', async () => {
    const view = await kitchen.save(codeOf('05-power-query-gruppera', 'graphql')[0]!)
    const code = codeOf('08-r', 'r').join('\n')
    const printed = await kitchen.run('Rscript', '-e', kitchen.filled(code, view))
    const kronor = (name: string): RegExp =>
      new RegExp(`^\\d+\\s+2022\\s+\\d{4}\\s+${name}\\s+\\d+\\s+(\\d+)\\s`, 'm')
    const whole = Object.entries(kitchen.totals).map(([name, money]) => [
      name,
      money.replace(/\.00$/, ''),
    ])
    expect(totalsIn(printed, kronor)).toEqual(Object.fromEntries(whole))
    expect(printed).toMatch(/^\s*2022\s+Ragunda\s+37\.24$/m)
  })
})

describe('Node', () => {
  it('09: a budget that adds up, and what has changed since', async () => {
    const file = join(kitchen.folder, 'budget.mjs')
    const packages = fileURLToPath(new URL('../node_modules', import.meta.url))
    await symlink(packages, join(kitchen.folder, 'node_modules'))
    await writeFile(file, kitchen.filled(codeOf('09-node', 'js').join('\n')))
    const lines = (await kitchen.run(process.execPath, file)).trimEnd().split('\n')
    const shares = Object.entries(kitchen.totals).map(([name, amount]) => `${name} ${amount}`)
    expect(lines).toEqual([...shares, 'Summa 4620000.00', '0 changes'])
  })
})
