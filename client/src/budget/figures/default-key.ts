import { prepareSplit, weigh, type Split } from '@andel/schema/allocation'
import type { BudgetFigures } from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import type { Sheet } from '../sheet/sheet.ts'

/** The reference date of the default key; of another key of the budget when that one asks for none. */
export function populationDate({ keys, defaultKeyId }: Sheet): string | undefined {
  const bases = [keys[defaultKeyId], ...Object.values(keys)].flatMap((key) => key?.bases ?? [])
  return bases.find((basis) => basis.kind === 'POPULATION')?.on
}

const made = new WeakMap<BudgetFigures, Split | undefined>()

/** How the default key shares out an amount, whether a line uses it or not; nothing when it cannot. */
export function defaultSplit(sheet: Sheet, figures: BudgetFigures): Split | undefined {
  if (made.has(figures)) return made.get(figures)
  const split = prepare(sheet, figures)
  made.set(figures, split)
  return split
}

function prepare({ keys, defaultKeyId, participants, populations }: Sheet, figures: BudgetFigures) {
  const used = figures.lines.find(
    ({ line, split }) => split && line.keyId === defaultKeyId && line.excluded.length === 0,
  )
  if (used) return used.split
  const key = keys[defaultKeyId]
  try {
    return key && prepareSplit(weigh(key, participants, populations), key.rounding)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
