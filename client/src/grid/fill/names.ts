import type { Language } from '@andel/schema/money'

/** Names that follow one another in a ring, and the language they belong to. */
interface Ring {
  readonly language: Language
  readonly names: readonly string[]
}

const ring = (language: Language, names: string): Ring => ({
  language,
  names: names.split(' '),
})

/** Whole names stand before short ones: "maj" is followed by "juni". */
const months: readonly Ring[] = [
  ring(
    'sv',
    'januari februari mars april maj juni juli augusti september oktober november december',
  ),
  ring('sv', 'jan feb mar apr maj jun jul aug sep okt nov dec'),
  ring(
    'en',
    'january february march april may june july august september october november december',
  ),
  ring('en', 'jan feb mar apr may jun jul aug sep oct nov dec'),
]
const weekdays: readonly Ring[] = [
  ring('sv', 'måndag tisdag onsdag torsdag fredag lördag söndag'),
  ring('sv', 'mån tis ons tors fre lör sön'),
  ring('sv', 'mån tis ons tor fre lör sön'),
  ring('en', 'monday tuesday wednesday thursday friday saturday sunday'),
  ring('en', 'mon tue wed thu fri sat sun'),
]

/** Where names stand in their ring. */
export interface RingPlace {
  readonly names: readonly string[]
  readonly indices: readonly number[]
}

/** The ring that holds all the names, whatever their case; one of the preferred language first. */
export function findRing(texts: readonly string[], preferred: Language): RingPlace | undefined {
  return find([...months, ...weekdays], texts, preferred)
}

/** The ring of months that holds all the names. */
export function findMonths(texts: readonly string[], preferred: Language): RingPlace | undefined {
  return find(months, texts, preferred)
}

function find(
  rings: readonly Ring[],
  texts: readonly string[],
  preferred: Language,
): RingPlace | undefined {
  const wanted = texts.map((text) => text.toLowerCase())
  const ordered = [
    ...rings.filter(({ language }) => language === preferred),
    ...rings.filter(({ language }) => language !== preferred),
  ]
  for (const { names } of ordered) {
    const indices = wanted.map((name) => names.indexOf(name))
    if (!indices.includes(-1)) return { names, indices }
  }
  return undefined
}

/** A name in the case of an example: `JAN`, `Jan` or `jan`. */
export function inCaseOf(example: string, name: string): string {
  if (example === example.toUpperCase()) return name.toUpperCase()
  const first = example.charAt(0)
  return first === first.toUpperCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
