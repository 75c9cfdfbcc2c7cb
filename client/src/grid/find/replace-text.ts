import { lowerCase, withoutGroups, withoutMarks } from './fold.ts'

/**
 * Puts another text in the place of every occurrence of one, found as `findMatches` finds it.
 *
 * @returns nothing when it does not occur
 */
export function replaceText(text: string, sought: string, replacement: string): string | undefined {
  const wanted = withoutGroups(lowerCase(sought)).trim()
  if (wanted === '') return undefined
  return (
    replaceIn(text.normalize('NFC'), wanted, replacement) ??
    replaceIn(withoutGroups(text.normalize('NFC')), wanted, replacement) ??
    (isNumber.test(text)
      ? replaceIn(withoutGroups(text), wanted.replace(/[.,]/, otherMark), replacement)
      : undefined)
  )
}

const isNumber = /^[-\u2212]?[\d\s]*[.,]?\d+$/
const otherMark = (mark: string): string => (mark === ',' ? '.' : ',')

function replaceIn(text: string, wanted: string, replacement: string): string | undefined {
  const letters = [...text].map((letter) => {
    const lower = lowerCase(letter)
    return { letter, ways: [lower, withoutMarks(lower)] }
  })
  const sought = [...wanted]
  const startsAt = (at: number): boolean =>
    sought.every((letter, index) => letters[at + index]?.ways.includes(letter))
  let made = ''
  let count = 0
  for (let at = 0; at < letters.length;) {
    if (startsAt(at)) {
      made += replacement
      count += 1
      at += sought.length
    } else {
      made += letters[at]!.letter
      at += 1
    }
  }
  return count > 0 ? made : undefined
}
