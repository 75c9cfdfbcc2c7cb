/** How many colours there are: `--who-0` to `--who-7` in `styles/tokens.css`. */
export const colourCount = 8

/**
 * Gives each person a colour that stays: the one that follows from the id, or the next one when somebody here has that already.
 * With more people than colours, some share one; their names tell them apart.
 */
export class PersonColours {
  private readonly given = new Map<string, number>()

  /** @param id - global id of a person, or the name of what is no person */
  of(id: string): number {
    const known = this.given.get(id)
    if (known !== undefined) return known
    const taken = new Set(this.given.values())
    const first = sum(id) % colourCount
    const order = Array.from({ length: colourCount }, (_, step) => (first + step) % colourCount)
    const colour = order.find((one) => !taken.has(one)) ?? first
    this.given.set(id, colour)
    return colour
  }
}

/** Spreads texts that differ little. */
function sum(text: string): number {
  let value = 0
  for (const sign of text) value = (value * 31 + (sign.codePointAt(0) ?? 0)) >>> 0
  return value
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return ends.map((word) => (word.match(/\p{L}|\p{N}/u)?.[0] ?? '').toLocaleUpperCase()).join('')
}
