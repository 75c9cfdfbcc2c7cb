import type { CellPlace } from '../cell.ts'
import type { Block } from './block.ts'
import { planPaste, type PasteFault, type PastePlan, type PasteTarget } from './plan-paste.ts'

/**
 * What was cut goes to another place, at its own size: the cells where it stood are emptied, but for those
 * that it now stands in. A cell that cannot be emptied is skipped.
 *
 * @param source - the cells that were cut, by id: meanwhile they may stand elsewhere
 */
export function planMove(
  block: Block,
  source: readonly CellPlace[],
  target: PasteTarget,
): PastePlan | PasteFault {
  const range = target.selected.at(-1)
  const corner = range && { ...range, bottom: range.top, right: range.left }
  const plan = planPaste(block, { ...target, selected: corner ? [corner] : [] })
  if (typeof plan === 'string') return plan
  const taken = new Set([
    ...plan.changes.map(({ place }) => name(place)),
    ...plan.skipped.map(name),
  ])
  const left = source.filter((place) => !taken.has(name(place)))
  const emptied = left.filter((place) => target.isEditable(place))
  const kept = left.filter((place) => !target.isEditable(place))
  return {
    ...plan,
    changes: [...plan.changes, ...emptied.map((place) => ({ place, text: '' }))],
    skipped: [...plan.skipped, ...kept],
  }
}

function name({ row, column }: CellPlace): string {
  return `${row}\n${column}`
}
