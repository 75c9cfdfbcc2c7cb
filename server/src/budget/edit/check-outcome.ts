import { Fault } from '@andel/schema/fault'
import { populationDates } from '../../allocation/key-facts.ts'
import { toGlobalId } from '../../connection/global-id.ts'
import { PopulationFigure } from '../../population/population-figure.entity.ts'
import { assembleSheet } from '../load-sheets.ts'
import { newFaults, whyNoSplit } from '../reach/reached.ts'
import type { Sheet } from '../sheet.ts'
import { type Workbench, keyTouch } from './workbench.ts'

/**
 * Recalculates the budget as the edits would leave it, and refuses what can no longer be calculated.
 *
 * @returns the budget as it then is, but for its sequence number; nothing when there are no figures
 */
export async function checkOutcome(bench: Workbench): Promise<Sheet | undefined> {
  let after: Sheet
  try {
    after = assembleSheet({
      ...bench.before,
      lines: [...bench.lines.values()],
      keys: [...bench.keys.values()],
      populations: bench.figures.over([
        ...bench.before.populations,
        ...(await populationsOnNewDates(bench)),
      ]),
    })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    bench.refuse({ edit: bench.lastEdit }, null, error)
    return undefined
  }
  checkKeys(bench, after)
  checkLines(bench, after)
  return after
}

/** A key that was edited must weigh all participants, whether a line uses it yet or not. */
function checkKeys(bench: Workbench, { facts }: Sheet): void {
  for (const key of bench.keys.values()) {
    const edit = bench.touchedBy.get(key.globalId)
    if (edit === undefined) continue
    const fault = whyNoSplit(facts.keys[key.id]!, facts)
    if (fault) bench.refuse(keyTouch(edit, key), 'bases', fault)
  }
}

/** A line that could be calculated before must be so still. */
function checkLines(bench: Workbench, after: Sheet): void {
  for (const { lineId, keyId, fault } of newFaults(bench.before.figures, after.figures)) {
    const entityId = toGlobalId('BudgetLine', lineId)
    const byKey = bench.touchedBy.get(toGlobalId('DistributionKey', keyId))
    const edit = bench.touchedBy.get(entityId) ?? byKey ?? bench.lastEdit
    bench.refuse({ edit, entityId }, null, fault)
  }
}

/** A key may have moved to a date that no key used before. */
async function populationsOnNewDates(bench: Workbench): Promise<PopulationFigure[]> {
  const before = new Set(Object.values(bench.before.facts.keys).flatMap(populationDates))
  const dates = [...bench.keys.values()].flatMap(populationDates).filter((on) => !before.has(on))
  if (dates.length === 0) return []
  const added = new Set(bench.figures.added)
  const stored = await bench.em.find(
    PopulationFigure,
    {
      on: { $in: [...new Set(dates)] },
      municipality: { $in: [...bench.participants] },
      current: true,
    },
    { populate: ['municipality'], flushMode: 'commit' },
  )
  return stored.filter((figure) => !added.has(figure))
}
