import type { Chance } from '../../api/many-budgets.ts'

/** What is put between or in place of other words: signs of GraphQL, of others, and letters that look like them. */
const odd = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ':',
  '!',
  '|',
  '&',
  '=',
  '@',
  '$',
  '...',
  '#',
  '"',
  '"""',
  '\\',
  '\u0000',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\ud800',
  '\u{1f4a5}',
  'ｑｕｅｒｙ',
  'аmount',
  '\u202e',
  'query',
  'mutation',
  'subscription',
  'fragment',
  'on',
  'null',
  'true',
  '__typename',
  '__schema',
  '__proto__',
  'constructor',
  'toString',
  '-',
  '1e999',
  '0x10',
  '00',
  '9'.repeat(400),
  '\\u{110000}',
]

/** A text with one to four of its words cut, doubled, swapped or replaced, or cut off somewhere. */
export function mutateText(text: string, chance: Chance): string {
  let words = text.split(/(\W)/).filter((word) => word !== '')
  for (let times = 1 + chance(4); times > 0; times--) {
    const at = chance(words.length)
    const other = chance(words.length)
    const change = chance(7)
    if (change === 0) words.splice(at, 1 + chance(5))
    else if (change === 1) words.splice(at, 0, words[at]!)
    else if (change === 2) [words[at], words[other]] = [words[other]!, words[at]!]
    else if (change === 3) words[at] = odd[chance(odd.length)]!
    else if (change === 4) words.splice(at, 0, odd[chance(odd.length)]!)
    else if (change === 5) words = words.slice(0, at + 1)
    else words.splice(at, 0, ...words.slice(other, other + chance(200)))
    if (words.length === 0) return ''
  }
  return words.join('')
}
