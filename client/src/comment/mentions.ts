/** Somebody who can be named. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** A piece of a text: as it is, or the name of somebody. */
export interface Piece {
  readonly text: string
  readonly person?: Named
}

/** What is being written of a name, between an @ and the caret. */
export interface Query {
  /** Where the @ stands. */
  readonly start: number
  readonly typed: string
}

/** How many names are offered at a time. */
const most = 6

/** A text in pieces, with "@" and the names of people found in it. Of two names the longer counts: Ek is not Eklund. */
export function piecesOf(text: string, people: readonly Named[]): readonly Piece[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  const pieces: Piece[] = []
  let plain = ''
  for (let at = 0; at < text.length;) {
    const person = text[at] === '@' && longestFirst.find(({ name }) => isNameAt(text, at + 1, name))
    if (person) {
      if (plain) pieces.push({ text: plain })
      pieces.push({ text: `@${person.name}`, person })
      plain = ''
      at += 1 + person.name.length
    } else {
      plain += text[at]
      at += 1
    }
  }
  return plain ? [...pieces, { text: plain }] : pieces
}

/** Who is named in a text, each once. */
export function namedIn(text: string, people: readonly Named[]): readonly Named[] {
  return [...new Set(piecesOf(text, people).flatMap(({ person }) => person ?? []))]
}

/** What is being written of a name where the caret stands; nothing when it stands in no name. */
export function queryAt(text: string, caret: number): Query | undefined {
  const found = /(?:^|[\s(])@([^@\n]{0,60})$/u.exec(text.slice(0, caret))
  return found ? { start: caret - found[1]!.length - 1, typed: found[1]! } : undefined
}

/** Who fits what has been written: a name, or one of its parts, that begins so. Å, ä and ö are letters of their own. */
export function fitting(typed: string, people: readonly Named[]): readonly Named[] {
  const begun = lower(typed)
  if (begun.endsWith(' ')) return []
  const fits = ({ name }: Named): boolean =>
    lower(name).startsWith(begun) ||
    lower(name)
      .split(/[\s-]+/)
      .some((part) => part.startsWith(begun))
  return people.filter(fits).slice(0, most)
}

/** The text with a whole name in place of what was written of it, and where the caret then stands. */
export function completed(
  text: string,
  { start, typed }: Query,
  { name }: Named,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(start + 1 + typed.length)
  const begun = `${text.slice(0, start)}@${name} `
  return { text: begun + after.replace(/^ /, ''), caret: begun.length }
}

function isNameAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))
}

function lower(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv')
}
