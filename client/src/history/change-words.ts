import { countText } from '../budget/cells/number-text.ts'
import { fieldWords } from '../budget/held-words.ts'
import { readLogged } from '../budget/live/logged-line.ts'
import { cellField } from '../budget/sheet/cell-field.ts'
import type { Sheet } from '../budget/sheet/sheet.ts'
import type { FieldName } from '../budget/steps/step-words.ts'
import { lineAt } from '../budget/steps/standing.ts'
import type { SheetVoice } from '../budget/useVoice.ts'
import type { LocalIds } from '../budget/sheet/local-ids.ts'
import { localId } from '../budget/sheet/local-ids.ts'
import { history } from '../text/sv/history.ts'
import { asRecord, type GoneNames, type LoggedChange } from './logged-change.ts'

/** What a change is told with: the sheet as it is now, and what is called by names that are gone. */
export interface Telling {
  readonly sheet: Sheet
  readonly voice: SheetVoice
  readonly gone: GoneNames
  readonly ids: LocalIds
}

/** A change in words: what it was, and the values where there are any. */
export interface ChangeWords {
  readonly what: string
  readonly before?: string
  readonly after?: string
}

/** `Belopp i rad 5, Hyra`, `300 000` and `320 000`. */
export function changeWords(change: LoggedChange, telling: Telling): ChangeWords {
  switch (change.entity) {
    case 'BudgetLine':
      return lineWords(change, telling)
    case 'PopulationFigure':
      return populationWords(change, telling)
    case 'DistributionKey':
      return keyWords(change, telling)
    case 'Participation':
      return participationWords(change, telling)
    default: {
      const { t } = telling.voice
      const name = change.entity in history.thing ? (change.entity as Thing) : undefined
      const what = name ? t(`history.thing.${name}`) : change.entity
      return { what: change.field === '+' ? t('history.made', { what }) : what }
    }
  }
}

type Thing = keyof typeof history.thing
type KeyField = keyof typeof history.keyField

function lineWords(change: LoggedChange, telling: Telling): ChangeWords {
  const { field, before, after } = change
  const what = lineWhat(change, telling)
  if (field === '+' || field === '-' || field === 'place') return { what }
  return {
    what,
    before: valueWords(field, before, telling),
    after: valueWords(field, after, telling),
  }
}

/** What a change of a line was, without its values: `Belopp i rad 5, Hyra`. */
export function lineWhat(
  change: Pick<LoggedChange, 'entityId' | 'field'> & Partial<LoggedChange>,
  telling: Telling,
): string {
  const { field } = change
  const { t } = telling.voice
  const line = lineOf(change, telling)
  if (field === '+') return t('steps.added', { line })
  if (field === '-') return t('steps.removed', { line })
  if (field === 'place') return t('steps.moved', { line })
  return t('history.fieldOf', { field: fieldLabel(field, telling.voice), line })
}

/** The name of a field of a line; a formula's is that of its value. */
export function fieldLabel(field: string, { t }: Pick<SheetVoice, 't'>): string {
  const name = t(`steps.field.${cellField(field) as FieldName}`)
  return field.endsWith('Formula') ? t('history.formulaOf', { field: name }) : name
}

/** A logged value of a line's field as its cell shows it; `tomt` when there is none. */
function valueWords(field: string, logged: unknown, telling: Telling): string {
  const { sheet, voice, gone, ids } = telling
  const empty = voice.t('budget.held.empty')
  if (field.endsWith('Formula')) return logged === null ? empty : String(logged)
  const words = fieldWords(field, readLogged(field, logged, ids) ?? {}, sheet, voice)
  return words || (field === 'keyId' && gone[String(logged)]) || empty
}

/** `rad 5, Hyra`; of a line that is gone, what it was called. */
export function lineOf(
  { entityId, before, after }: Pick<LoggedChange, 'entityId'> & Partial<LoggedChange>,
  telling: Telling,
): string {
  const { sheet, voice, gone, ids } = telling
  const found = lineAt(sheet, localId(entityId, ids))?.line
  if (found) {
    const number = voice.t('steps.line', { number: sheet.lines.indexOf(found) + 1 })
    return found.description ? `${number}, ${found.description}` : number
  }
  const known = gone[entityId] ?? asRecord(before)['description'] ?? asRecord(after)['description']
  const name = String(known ?? '') || voice.t('steps.unnamed')
  return voice.t('history.goneLine', { name })
}

function populationWords({ before, after }: LoggedChange, telling: Telling): ChangeWords {
  const { sheet, voice } = telling
  const { municipality, on, inhabitants } = asRecord(after)
  const was = asRecord(before)['inhabitants']
  const what = voice.t('history.populationOf', {
    name: sheet.names[String(municipality)] ?? String(municipality),
    date: voice.date(String(on)),
  })
  const text = (count: unknown) => countText(Number(count), voice.language)
  return {
    what,
    before: was === undefined ? voice.t('budget.held.empty') : text(was),
    after: text(inhabitants),
  }
}

function keyWords(change: LoggedChange, telling: Telling): ChangeWords {
  const { field, entityId, before, after } = change
  const { sheet, voice, gone, ids } = telling
  const { t } = voice
  const named = [asRecord(after)['name'], asRecord(before)['name']].find((one) => one !== undefined)
  const name = sheet.keys[localId(entityId, ids)]?.name ?? gone[entityId] ?? String(named ?? '')
  if (field === '+') return { what: t('steps.keyAdded', { name }) }
  if (field === '-') return { what: t('steps.keyRemoved', { name }) }
  const part = field in history.keyField ? t(`history.keyField.${field as KeyField}`) : field
  const what = t('history.keyPart', { part, name })
  const isText = field === 'name' || field === 'note'
  if (!isText) return { what }
  const text = (value: unknown) => String(value ?? '') || t('budget.held.empty')
  return { what, before: text(before), after: text(after) }
}

function participationWords(change: LoggedChange, { sheet, voice }: Telling): ChangeWords {
  const { field, before, after } = change
  const code = String(asRecord(after)['municipality'] ?? asRecord(before)['municipality'] ?? '')
  const name = sheet.names[code] ?? code
  const word = field === '+' ? 'added' : field === '-' ? 'removed' : 'changed'
  return { what: voice.t(`history.participation.${word}`, { name }) }
}
