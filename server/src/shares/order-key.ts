/** Letters that follow z in Swedish, as the characters that follow z in ASCII. */
const afterZ: Readonly<Record<string, string>> = {
  å: '{',
  ä: '|',
  æ: '|',
  ö: '}',
  ø: '}',
}

/** Characters that count; what follows them decides no order. */
const most = 40

/**
 * A text that orders as Swedish orders the given one, in any database and collation: hexadecimal digits, which all
 * order alike. Case and accents do not count; å, ä and ö come last.
 */
export function orderKey(text: string): string {
  const plain = Array.from(folded(text), (letter) => afterZ[letter] ?? withoutMarks(letter)).join(
    '',
  )
  return Buffer.from(plain.slice(0, most)).toString('hex')
}

/** Texts as they are searched: whatever the case, in Swedish too, which SQLite's own functions do not know. */
export function searchedText(...texts: readonly string[]): string {
  return folded(texts.filter(Boolean).join('\n'))
}

function folded(text: string): string {
  return text.trim().normalize('NFC').toLocaleLowerCase('sv').replaceAll('\u0000', '')
}

function withoutMarks(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '')
}
