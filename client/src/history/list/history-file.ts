import { harmlessText, quotedCell } from '@andel/schema/csv'
import { bareNumber, formatDecimal } from '@andel/schema/money'
import { readLogged } from '../../budget/live/logged-line.ts'
import type { SheetLine } from '../../budget/sheet/sheet.ts'
import { reasonWords } from '../batch-words.ts'
import { changeWords, fieldLabel, lineOf, type Telling } from '../change-words.ts'
import { asRecord, type LoggedChange } from '../logged-change.ts'

const headings = [
  'number',
  'time',
  'who',
  'line',
  'field',
  'before',
  'after',
  'reason',
  'step',
] as const

/**
 * Changes as CSV in the words of the page, which Excel with Swedish settings opens as it is: byte order mark,
 * semicolons, decimal commas, CRLF. The page writes decimal commas in English, too.
 *
 * @param changes - newest first
 */
export function historyFile(changes: readonly LoggedChange[], telling: Telling): string {
  const steps = new Map<string, number>()
  for (const { batch, sequence } of changes) {
    if (!steps.has(batch)) steps.set(batch, sequence)
  }
  const head = headings.map((heading) => telling.voice.t(`history.file.${heading}`))
  const rows = changes.map((change) => [
    String(change.sequence),
    localTime(change.at),
    textCell(change.actor),
    ...about(change, telling),
    valueCell(change, 'before', telling),
    valueCell(change, 'after', telling),
    textCell(reasonWords(change.reason, telling) ?? ''),
    String(steps.get(change.batch)),
  ])
  return `\u{FEFF}${[head, ...rows].map((row) => `${row.join(';')}\r\n`).join('')}`
}

const textCell = (text: string) => quotedCell(harmlessText(text), ';')

/** Names are looked for in spreadsheets: with the spaces that one types. */
const nameCell = (text: string) => textCell(text.replaceAll('\u00a0', ' '))

/** The line, and what of it; of anything else only what it is. */
function about(change: LoggedChange, telling: Telling): readonly [line: string, field: string] {
  const { what, after } = changeWords(change, telling)
  if (change.entity !== 'BudgetLine') return ['', nameCell(what)]
  const { t } = telling.voice
  const line = nameCell(lineOf(change, telling))
  if (change.field === '+') return [line, t('history.cell.added')]
  if (change.field === '-') return [line, t('history.cell.removed')]
  if (change.field === 'place') return [line, t('history.cell.moved')]
  return [line, nameCell(after === undefined ? what : fieldLabel(change.field, telling.voice))]
}

/** A number as spreadsheets take it, anything else as the page tells it. */
function valueCell(change: LoggedChange, side: 'before' | 'after', telling: Telling): string {
  const exact = exactNumber(change, change[side], telling)
  if (exact !== undefined) return bareNumber(exact, telling.voice.language)
  return textCell(changeWords(change, telling)[side] ?? '')
}

/** How many decimals fields hold in one whole number. */
const places: Partial<Record<keyof SheetLine, number>> = {
  workload: 2,
  months: 1,
  monthlyCost: 2,
  amount: 2,
}

function exactNumber(
  { entity, field }: LoggedChange,
  logged: unknown,
  { ids }: Telling,
): string | undefined {
  if (entity === 'PopulationFigure') {
    const { inhabitants } = asRecord(logged)
    return inhabitants === undefined ? undefined : String(inhabitants)
  }
  const decimals = places[field as keyof SheetLine]
  if (entity !== 'BudgetLine' || decimals === undefined) return undefined
  const value = readLogged(field, logged, ids)?.[field as keyof SheetLine]
  return typeof value === 'number' ? formatDecimal(value, decimals) : undefined
}

/** Where the reader is, as on screen, in the form that spreadsheets take for a time. */
function localTime(at: string): string {
  const time = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`
}
