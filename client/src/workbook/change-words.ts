import type { Sheet } from '../budget/sheet/sheet.ts'
import type { useText } from '../text/useText.ts'
import type { WorkbookChange } from './changes.ts'

type Text = ReturnType<typeof useText>

const columns = [
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
] as const
type Column = (typeof columns)[number]
const isColumn = (field: string): field is Column => (columns as readonly string[]).includes(field)

/** What a difference is about: "Handläggare", or "Invånare Ragunda 31 december 2021". */
export function subjectOf(
  { municipality, on, description }: WorkbookChange,
  { t, date }: Text,
): string {
  if (municipality && on)
    return t('workbook.inhabitants', { name: municipality.name, date: date(on) })
  return description || t('workbook.noName')
}

/** Which field, as the sheet heads it; '' where the subject says it all. */
export function fieldName({ field, lineId }: WorkbookChange, { t }: Text): string {
  if (field !== null && isColumn(field)) return t(`budget.column.${field}`)
  return lineId !== null && field === null ? t('workbook.wholeLine') : ''
}

/** A value of a field as the sheet shows it. What could not be read is shown as it stands. */
export function valueText(
  field: string | null,
  value: unknown,
  keys: Sheet['keys'] | undefined,
  text: Text,
): string {
  const { t, money, count } = text
  if (value === null || value === undefined || value === '') return t('workbook.empty')
  const typed = String(value)
  const isMoney = /^-?\d+\.\d\d$/.test(typed)
  if ((field === 'amount' || field === 'monthlyCost') && isMoney) return money(typed)
  if (field === 'inhabitants' && Number.isInteger(value)) return count(value as number)
  if (field === 'workload' && typeof value === 'number')
    return t('workbook.posts', { n: cellText(value / 100, text) })
  if (field === 'keyId') return keys?.[typed]?.name ?? typed
  if (field === 'kind' && (typed === 'COST' || typed === 'REVENUE'))
    return t(`budget.kind.${typed}`)
  if (field === 'moneySource' && (typed === 'NEW_MONEY' || typed === 'WITHIN_FRAME'))
    return t(`budget.moneySource.${typed}`)
  return cellText(value, text)
}

/** What a cell of a file shows. */
export function cellText(value: unknown, { t, language }: Pick<Text, 't' | 'language'>): string {
  if (value === null || value === undefined || value === '') return t('workbook.empty')
  if (typeof value !== 'number') return String(value)
  return new Intl.NumberFormat(language.value === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumFractionDigits: 10,
  }).format(value)
}

/** The fields of a new line in one sentence: "Tjänster 6, Mån 12". */
export function newLineText(
  proposed: unknown,
  keys: Sheet['keys'] | undefined,
  text: Text,
): string {
  const fields = Object.entries((proposed ?? {}) as Record<string, unknown>)
  return fields
    .filter(([name, value]) => isColumn(name) && name !== 'description' && value !== '')
    .map(
      ([name, value]) =>
        `${text.t(`budget.column.${name as Column}`)} ${valueText(name, value, keys, text)}`,
    )
    .join(', ')
}
