/** Text in which case does not matter. */
export function lowerCase(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv')
}

/** The same letters without rings and dots: what somebody types who has none on the keyboard. */
export function withoutMarks(text: string): string {
  return isAscii.test(text) ? text : text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
}

/** A number as it is typed: no group marks, an ordinary minus; a text keeps its blanks, made plain. */
export function withoutGroups(text: string): string {
  return text
    .replaceAll(/[\u00a0\u202f\u2009\t\n]/g, ' ')
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .replaceAll(/[\u2212\u2011\u2013]/g, '-')
}

const isAscii = /^\p{ASCII}*$/u
