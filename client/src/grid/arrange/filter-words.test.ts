import { expect, it } from 'vitest'
import type { TextKey, TextValues } from '../../text/useText.ts'
import type { Filter } from './arrangement.ts'
import { filterWords } from './filter-words.ts'

/** Tells which sentence is said of what, instead of saying it. */
const voice = {
  language: 'sv' as const,
  t: (key: TextKey, values: TextValues = {}) => [key, ...Object.values(values)].join(' '),
}

it.each<[Filter, string]>([
  [{ kind: 'values', values: ['a', 'b'] }, 'values Key 2 3'],
  [{ kind: 'values', values: ['text Inom ram'] }, 'only Key Inom ram'],
  [{ kind: 'values', values: ['number 1000'] }, 'only Key 1\u00a0000'],
  [{ kind: 'values', values: ['percent 4.2'] }, 'only Key 4,2\u00a0%'],
  [{ kind: 'contains', text: 'hyra' }, 'contains Key hyra'],
  [{ kind: 'equal', exact: '1000' }, 'equal Key 1\u00a0000'],
  [{ kind: 'less', exact: '-0.5' }, 'less Key \u22120,5'],
  [{ kind: 'more', exact: '0' }, 'more Key 0'],
  [{ kind: 'between', from: '1', to: '2000' }, 'between Key 1 2\u00a0000'],
  [{ kind: 'empty' }, 'empty Key'],
  [{ kind: 'filled' }, 'filled Key'],
])('says %j in words', (filter, words) => {
  expect(filterWords(filter, 'Key', 3, voice)).toBe(`grid.arrange.filter.${words}`)
})
