import { countText } from '../cells/number-text.ts'
import { fieldWords } from '../held-words.ts'
import { fieldNames } from '../saving/hold.ts'
import type { Edit } from '../sheet/edit.ts'
import type { Sheet, SheetLine } from '../sheet/sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import type { Flip } from './flip.ts'
import { lineAt } from './standing.ts'
import type { LoggedStep } from './step-log.ts'

/** A step in one line: `Belopp i rad 5: 300 000 → 320 000`, `Inklistring, 24 celler från Belopp i rad 5`. */
export function stepWords(step: LoggedStep, sheet: Sheet, voice: SheetVoice): string {
  const { kind, flips, undone } = step
  const parts = flips.flatMap((flip) => fieldNames(flip.edit).map((part) => ({ flip, part })))
  const key = flips.find(({ edit }) => edit.kind === 'removeKey' || edit.kind === 'addKey')
  const [only, ...others] = parts
  if (key) return partWords(key, key.edit.kind, undone, sheet, voice)
  if (only && others.length === 0) return partWords(only.flip, only.part, undone, sheet, voice)
  const count = voice.counted(`steps.count.${nounOf(flips)}`, parts.length)
  const all = `${voice.t(`steps.kind.${kind}`)}, ${count}`
  const first = firstCell(flips)
  if (!first) return all
  const field = voice.t(`steps.field.${first.field}`)
  return voice.t('steps.from', { all, field, line: lineNumber(first.lineId, sheet, voice) })
}

/** The first cell of a line that a step sets. */
function firstCell(flips: readonly Flip[]): { lineId: string; field: FieldName } | undefined {
  for (const { edit } of flips) {
    const [field] = edit.kind === 'setLine' ? fieldNames(edit) : []
    if (edit.kind === 'setLine' && field) return { lineId: edit.lineId, field: field as FieldName }
  }
  return undefined
}

function nounOf(flips: readonly Flip[]): 'cells' | 'lines' | 'changes' {
  if (flips.every(({ edit }) => edit.kind === 'setLine' || edit.kind === 'setPopulation'))
    return 'cells'
  const ofLines: readonly Edit['kind'][] = ['removeLine', 'restoreLine', 'moveLine']
  return flips.every(({ edit }) => ofLines.includes(edit.kind)) ? 'lines' : 'changes'
}

/** What one part of a step did: from what turning would bring back, and what the step left. */
function partWords(
  { edit, expects }: Flip,
  part: string,
  undone: boolean,
  sheet: Sheet,
  voice: SheetVoice,
): string {
  const { t } = voice
  const left = Object.fromEntries(
    Object.entries(expects).map(([name, json]) => [name, JSON.parse(json) as unknown]),
  )
  const fromTo = (back: string, stands: string) =>
    undone ? { before: stands, after: back } : { before: back, after: stands }
  switch (edit.kind) {
    case 'setLine': {
      const text = (fields: object) => valueWords(part, fields, sheet, voice)
      const line = lineNumber(edit.lineId, sheet, voice)
      const field = t(`steps.field.${part as FieldName}`)
      return t('steps.cell', { field, line, ...fromTo(text(edit.fields), text(left)) })
    }
    case 'setPopulation': {
      const name = sheet.names[edit.code] ?? edit.code
      const text = (inhabitants: unknown) => countText(Number(inhabitants), voice.language)
      const values = fromTo(text(edit.inhabitants), text(left['inhabitants']))
      return t('steps.population', { name, ...values })
    }
    case 'removeLine':
    case 'restoreLine':
    case 'addLine': {
      const wasAdded = (edit.kind === 'removeLine') !== undone
      const line =
        edit.kind === 'restoreLine'
          ? edit.line.description || t('steps.unnamed')
          : lineWords(edit.lineId, sheet, voice)
      return t(wasAdded ? 'steps.added' : 'steps.removed', { line })
    }
    case 'moveLine':
      return t('steps.moved', { line: lineWords(edit.lineId, sheet, voice) })
    case 'setKey':
      return t('steps.keySet', { name: sheet.keys[edit.keyId]?.name ?? edit.key.name })
    case 'addKey':
      return t(undone ? 'steps.keyAdded' : 'steps.keyRemoved', { name: edit.key.name })
    case 'removeKey': {
      const name = sheet.keys[edit.keyId]?.name ?? ''
      return t(undone ? 'steps.keyRemoved' : 'steps.keyAdded', { name })
    }
  }
}

/** The fields that words are there for: see `fieldNames`. */
export type FieldName = Exclude<keyof SheetLine, 'id' | 'version' | `${string}Formula`>

const mostText = 60

/** A field's value as its cell shows it, cut where it is long; `tomt` when it has none. */
export function valueWords(field: string, fields: object, sheet: Sheet, voice: SheetVoice): string {
  const words = fieldWords(field, fields, sheet, voice) || voice.t('budget.held.empty')
  return words.length > mostText ? `${words.slice(0, mostText - 1).trimEnd()}…` : words
}

/** `rad 5`, as it stands now. */
export function lineNumber(lineId: string, sheet: Sheet, { t }: SheetVoice): string {
  const line = lineAt(sheet, lineId)?.line
  return line ? t('steps.line', { number: sheet.lines.indexOf(line) + 1 }) : t('steps.goneLine')
}

/** `rad 5, Hyra`. */
export function lineWords(lineId: string, sheet: Sheet, voice: SheetVoice): string {
  const name = lineAt(sheet, lineId)?.line.description
  const number = lineNumber(lineId, sheet, voice)
  return name ? `${number}, ${name}` : number
}
