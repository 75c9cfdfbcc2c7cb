import type { CellContent } from '../cell.ts'
import { compareScaled, toScaled } from '../exact-decimal.ts'
import { lowerCase, withoutMarks } from '../find/fold.ts'
import type { Filter } from './arrangement.ts'

const textMark = 'text '

/** Tells what cells hold apart; nothing for an empty one. */
export function valueKey(content: CellContent): string {
  switch (content.kind) {
    case 'empty':
      return ''
    case 'text':
      return textMark + content.text
    case 'number':
      return `${content.unit ?? 'number'} ${content.exact}`
  }
}

/** Whether a key is that of a number. */
export function isNumberKey(key: string): boolean {
  return key !== '' && !key.startsWith(textMark)
}

/** What a key says, for people; nothing for that of empty cells. */
export function keyWords(key: string, number: (exact: string) => string): string {
  if (!isNumberKey(key)) return key.slice(textMark.length)
  const [unit, exact = ''] = key.split(' ')
  return unit === 'percent' ? `${number(exact)}\u00a0%` : number(exact)
}

/** Whether a cell passes a filter. Only numbers pass a comparison; percentages count as they are written. */
export function passes(content: CellContent, filter: Filter): boolean {
  switch (filter.kind) {
    case 'values':
      return filter.values.includes(valueKey(content))
    case 'contains':
      return contains(content, filter.text)
    case 'equal':
      return compared(content, filter.exact, (by) => by === 0)
    case 'less':
      return compared(content, filter.exact, (by) => by < 0)
    case 'more':
      return compared(content, filter.exact, (by) => by > 0)
    case 'between':
      return (
        compared(content, filter.from, (by) => by >= 0) &&
        compared(content, filter.to, (by) => by <= 0)
      )
    case 'empty':
      return content.kind === 'empty'
    case 'filled':
      return content.kind !== 'empty'
  }
}

function contains(content: CellContent, sought: string): boolean {
  if (content.kind === 'empty') return false
  const text = lowerCase(content.kind === 'text' ? content.text : content.exact)
  const wanted = lowerCase(sought.trim())
  return text.includes(wanted) || withoutMarks(text).includes(wanted)
}

function compared(content: CellContent, exact: string, holds: (by: number) => boolean): boolean {
  return content.kind === 'number' && holds(compareScaled(toScaled(content.exact), toScaled(exact)))
}
