import { cellField } from '../budget/sheet/cell-field.ts'
import type { Batch } from './batches.ts'
import { changeWords, lineWhat, type Telling } from './change-words.ts'
import type { LoggedChange } from './logged-change.ts'

/** What kinds of things happen, in the order in which they are told. */
export const changeKinds = [
  'cells',
  'added',
  'removed',
  'moved',
  'populations',
  'keys',
  'others',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What kind of thing a change is. */
function kindOf({ entity, field }: ChangeMark): ChangeKind {
  if (entity === 'PopulationFigure') return 'populations'
  if (entity === 'DistributionKey') return 'keys'
  if (entity !== 'BudgetLine') return 'others'
  if (field === '+') return 'added'
  if (field === '-') return 'removed'
  return field === 'place' ? 'moved' : 'cells'
}

/** A change without its values. */
export type ChangeMark = Pick<LoggedChange, 'entity' | 'entityId' | 'field'>

/** What a step was about, without values: `Belopp i rad 5, Hyra`, or how many of what. */
export function stepWords(changes: readonly ChangeMark[], telling: Telling): string {
  const parts = partsOf(changes)
  const [only, ...others] = parts
  const isOfLine = only?.entity === 'BudgetLine' && others.length === 0
  return isOfLine ? lineWhat(only, telling) : countWords(parts, telling)
}

/** A batch in one line: the change itself when it is one, or how many of what: `12 celler, 2 nya rader`. */
export function batchWords({ changes }: Pick<Batch, 'changes'>, telling: Telling): string {
  const parts = partsOf(changes)
  const [only, ...others] = parts
  if (only && others.length === 0) {
    const { what, before, after } = changeWords(only, telling)
    return after === undefined ? what : `${what}: ${before} → ${after}`
  }
  return countWords(parts, telling)
}

function countWords(parts: readonly ChangeMark[], telling: Telling): string {
  const counts = new Map<ChangeKind, number>()
  for (const part of parts) counts.set(kindOf(part), (counts.get(kindOf(part)) ?? 0) + 1)
  return changeKinds
    .flatMap((kind) => {
      const count = counts.get(kind)
      return count ? [telling.voice.counted(`history.count.${kind}`, count)] : []
    })
    .join(', ')
}

/** The changes that somebody would count: a value and the formula it was typed as are one, and so are all fields of a key. */
export function partsOf<Mark extends ChangeMark>(changes: readonly Mark[]): readonly Mark[] {
  const parts = new Map<string, Mark>()
  for (const change of changes) {
    const { entity, entityId, field } = change
    const part = entity === 'DistributionKey' ? 'key' : cellField(field)
    const id = `${entityId} ${part}`
    const known = parts.get(id)
    if (!known || known.field.endsWith('Formula')) parts.set(id, change)
  }
  return [...parts.values()]
}

const turning = /^(undo|redo) of /

/** Why, in words; undoing is known by the reason that it is sent with. */
export function reasonWords(reason: string | null, { voice: { t } }: Telling): string | undefined {
  if (reason === null) return undefined
  const way = turning.exec(reason)?.[1] as 'undo' | 'redo' | undefined
  return way ? t(`steps.kind.${way}`) : t('history.because', { reason })
}
