import { type Key, residualRules, shareSteps } from '@andel/schema/allocation'
import { type BudgetFacts, inSections } from '@andel/schema/budget'
import { ore } from '@andel/schema/money'
import { type LineTexts, sheetOf } from './example-sheet.ts'
import { Dice, changed, dates, randomBudget } from './random-budget.ts'
import { WorkbookFile } from './workbook-file.ts'

/** A workbook that was exported from one state of a budget and changed to be another. */
export interface Case {
  readonly name: string
  readonly before: BudgetFacts
  readonly after: BudgetFacts
  /** The section of each line. */
  readonly sections: readonly string[]
  readonly exported: WorkbookFile
  /** With the changes. */
  readonly file: WorkbookFile
}

async function caseOf(
  name: string,
  before: BudgetFacts,
  after: BudgetFacts,
  texts: (index: number) => LineTexts = () => ({}),
): Promise<Case> {
  const named = (facts: BudgetFacts): BudgetFacts => ({
    ...facts,
    lines: inSections(
      facts.lines.map((line, index) => ({ ...line, section: texts(index).section ?? '' })),
    ),
  })
  const [from, to] = [named(before), named(after)]
  const sections = from.lines.map((line) => (line as { section?: string }).section ?? '')
  const exported = await WorkbookFile.of(sheetOf(from, (index) => ({ section: sections[index]! })))
  const file = exported.copy()
  file.typeChanges(from, to)
  return { name, before: from, after: to, sections, exported, file }
}

/** Budgets of every kind, with other figures typed in. */
export async function randomCases(count: number): Promise<Case[]> {
  const dice = new Dice(20_220_603)
  const cases: Case[] = []
  for (let index = 0; index < count; index++) {
    const before = randomBudget(dice)
    const sections = dice.one([
      ['', ''],
      ['Personal', 'Lokaler'],
      ['', 'Lokaler'],
    ])
    cases.push(
      await caseOf(`random${index}`, before, changed(dice, before), (line) => ({
        section: sections[line % 2]!,
      })),
    )
  }
  return cases
}

const inhabitants = [5210, 6175, 15_352, 11_473, 12_271, 10_114, 64_324]

/** Every residual rule with every share step among seven municipalities; then 290 of them, and billions. */
export async function knownCases(): Promise<Case[]> {
  const dice = new Dice(33)
  const cases: Case[] = []
  for (const residualRule of residualRules) {
    const base = randomBudget(dice, 7, 9)
    const codes = base.participants.map(({ code }) => code)
    const keys = Object.fromEntries(
      shareSteps.map((shareStep, index): [string, Key] => [
        `key-${index}`,
        {
          name: `${residualRule} ${shareStep}`,
          bases: [{ kind: 'POPULATION', on: dates[1], percent: 100 }],
          rounding: {
            shareStep,
            amountStep: dice.one(['ORE', 'KRONA', 'HUNDRED']),
            residualRule,
            ...(residualRule === 'NAMED' && { named: codes[0]! }),
          },
        },
      ]),
    )
    const figures = Object.fromEntries(codes.map((code, index) => [code, inhabitants[index]!]))
    const before = { ...base, keys, populations: { [dates[1]]: figures } }
    cases.push(await caseOf(`seven${residualRule}`, before, changed(dice, before)))
    cases.push(await caseOf(`same${residualRule}`, before, before))
  }
  for (let index = 0; index < 4; index++) {
    const before = randomBudget(dice)
    cases.push(await caseOf(`same${index}`, before, before))
  }
  const large = billions(randomBudget(dice, 290, 6))
  cases.push(await caseOf('all290', large, changed(dice, large)))
  return cases
}

/** Amounts up to ten thousand million kronor, by population and by a blend of three. */
function billions(base: BudgetFacts): BudgetFacts {
  const codes = base.participants.map(({ code }) => code)
  const use = Object.fromEntries(codes.map((code, index) => [code, 17 + ((index * 7919) % 1000)]))
  const rounding = {
    shareStep: 'NONE',
    amountStep: 'ORE',
    residualRule: 'LARGEST_REMAINDER',
  } as const
  const population = { kind: 'POPULATION', on: dates[0] } as const
  const measured = {
    kind: 'USE',
    statistic: 'Prov',
    period: '2021',
    source: '',
    values: use,
  } as const
  const blended = [
    { ...population, percent: 50 },
    { kind: 'EQUAL', percent: 20 } as const,
    { ...measured, percent: 30 },
  ]
  return {
    ...base,
    participants: base.participants.map(({ code }) => ({ code, months: 12 })),
    keys: {
      'key-0': { name: 'Folkmängd', bases: [{ ...population, percent: 100 }], rounding },
      'key-1': { name: 'Tre grunder', bases: blended, rounding },
      'key-2': {
        name: 'Tusental',
        bases: blended,
        rounding: { ...rounding, amountStep: 'THOUSAND' },
      },
    },
    lines: base.lines.map((line, index) => ({
      ...line,
      monthlyCost: null,
      amount: ore(999_999_999_937 - index * 123_456_789),
      kind: 'COST',
      keyId: `key-${index % 3}`,
      excluded: [],
    })),
  }
}
