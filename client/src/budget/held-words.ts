import type { CellPlace } from '../grid/cell.ts'
import { countText, kronorText, monthsText, postsText } from './cells/number-text.ts'
import type { TypedField } from './cells/read-field.ts'
import { shareColumn } from './columns/column-code.ts'
import { fieldNames } from './saving/hold.ts'
import { populationRow, type Held } from './saving/outbox.ts'
import type { Edit } from './sheet/edit.ts'
import type { Sheet, SheetLine } from './sheet/sheet.ts'
import type { SheetVoice } from './useVoice.ts'

/** The cell that a held thing stands in; nothing for what concerns a whole line, a key or several cells. */
export function heldPlace({ id, entry, whole }: Held): CellPlace | undefined {
  if (whole) return undefined
  const kind = entry?.edit.kind
  if (kind !== undefined && kind !== 'setLine' && kind !== 'setPopulation') return undefined
  const [row, name] = id.split(' ')
  if (row === undefined || name === undefined) return undefined
  return { row, column: row === populationRow ? shareColumn(name) : name }
}

/** Where a held thing belongs, in words: the line and the column, or what was to be done. */
export function heldWhere(held: Held, sheet: Sheet, voice: SheetVoice): string {
  const { t } = voice
  if (held.whole) return t('steps.held.title', { kind: t(`steps.kind.${held.whole.kind}`) })
  const place = heldPlace(held)
  if (place?.row === populationRow) {
    return `${t('budget.held.edit.setPopulation')}, ${sheet.names[held.id.split(' ')[1] ?? ''] ?? ''}`
  }
  const edit = held.entry?.edit
  if (place) {
    const { objection } = held
    const gone = objection.kind === 'removed' ? objection.line.description : ''
    const row = gone || lineName(place.row, sheet, voice)
    const column = isNamed(place.column)
      ? t(`budget.column.${place.column}`)
      : t(place.column === 'openedTo' ? 'rights.opening.title' : 'budget.tool.participants')
    return t('budget.held.place', { row, column })
  }
  const done = edit && edit.kind !== 'setLine' ? t(`budget.held.edit.${edit.kind}`) : ''
  return `${done} ${edit ? `”${subjectName(edit, sheet, voice)}”` : ''}`.trim()
}

/** What was meant, and what stands now, as the cell would show them; what cannot be read as it was typed. */
export function heldValues(
  held: Held,
  sheet: Sheet,
  voice: SheetVoice,
): { mine: string; now: string } {
  const empty = voice.t('budget.held.empty')
  const edit = held.entry?.edit
  const now = edit ? presentText(edit, sheet, voice) : ''
  return { mine: mineText(held, sheet, voice) || empty, now: now || empty }
}

/** What was meant, as the cell would show it; '' for nothing, and for what is no value. */
export function mineText(held: Held, sheet: Sheet, voice: SheetVoice): string {
  const edit = held.entry?.edit
  return (edit && valueText(edit, sheet, voice)) || (held.text ?? '')
}

function valueText(edit: Edit, sheet: Sheet, voice: SheetVoice): string {
  if (edit.kind === 'setPopulation') return countText(edit.inhabitants, voice.language)
  if (edit.kind === 'setKey' || edit.kind === 'addKey') return edit.key.name
  if (edit.kind !== 'setLine') return ''
  return fieldNames(edit)
    .map((field) => fieldWords(field, edit.fields, sheet, voice))
    .join(', ')
}

function presentText(edit: Edit, sheet: Sheet, voice: SheetVoice): string {
  if (edit.kind === 'setPopulation') {
    const inhabitants = sheet.records[edit.on]?.[edit.code]?.inhabitants
    return inhabitants === undefined ? '' : countText(inhabitants, voice.language)
  }
  if ('keyId' in edit) return sheet.keys[edit.keyId]?.name ?? ''
  const line = sheet.lines.find(({ id }) => id === edit.lineId)
  if (!line) return voice.t('budget.held.gone')
  if (edit.kind !== 'setLine') return line.description
  return fieldNames(edit)
    .map((field) => fieldWords(field, line, sheet, voice))
    .join(', ')
}

/** A field as its cell shows it; nothing when it is empty. */
export function fieldWords(
  field: string,
  line: Partial<SheetLine>,
  sheet: Sheet,
  voice: SheetVoice,
): string {
  const { language, t } = voice
  const value = line[field as keyof SheetLine]
  if (value === null || value === undefined) return ''
  switch (field) {
    case 'workload':
      return postsText(Number(value), language)
    case 'months':
      return monthsText(Number(value), language)
    case 'monthlyCost':
    case 'amount':
      return kronorText(Number(value), language, Number(value) % 100 !== 0)
    case 'keyId':
      return sheet.keys[String(value)]?.name ?? ''
    case 'kind':
      return t(`budget.kind.${value as SheetLine['kind']}`)
    case 'moneySource':
      return t(`budget.moneySource.${value as SheetLine['moneySource']}`)
    case 'excluded':
    case 'openedTo':
      return line[field]?.map((code) => sheet.names[code] ?? code).join(', ') ?? ''
    default:
      return String(value)
  }
}

function subjectName(edit: Edit, sheet: Sheet, voice: SheetVoice): string {
  if (edit.kind === 'setKey' || edit.kind === 'addKey') return edit.key.name
  if ('keyId' in edit) return sheet.keys[edit.keyId]?.name ?? ''
  return 'lineId' in edit ? lineName(edit.lineId, sheet, voice) : ''
}

/** A line by its own name, or by its number. */
export function lineName(lineId: string, { lines }: Sheet, { t }: Pick<SheetVoice, 't'>): string {
  const index = lines.findIndex(({ id }) => id === lineId)
  return (
    lines[index]?.description || t('budget.row.unnamed', { number: index < 0 ? '' : index + 1 })
  )
}

const named = [
  'section',
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'keyId',
  'moneySource',
  'kind',
  'note',
  'decision',
] as const satisfies readonly TypedField[]

function isNamed(column: string): column is TypedField {
  return named.some((field) => field === column)
}
