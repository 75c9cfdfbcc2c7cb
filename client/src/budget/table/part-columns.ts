/** How wide things are, in the font's size: figures all alike, letters on the average, bold ones in heads. */
const widths = { digit: 0.58, mark: 0.28, letter: 0.56, boldLetter: 0.61 }
/** Beside the text of a cell. */
const padding = 0.8

/** A text that is so short that it looks better on one line than on two. */
export function keptTogether(text: string): string {
  return text.length <= 10 ? text.replaceAll(' ', '\u00a0') : text
}

/** The room that a column of these texts needs: no word of them is broken. */
export function columnRoom(heading: string, texts: Iterable<string>): number {
  let room = Math.max(
    ...keptTogether(heading)
      .split(' ')
      .map((word) => word.length * widths.boldLetter),
  )
  for (const text of texts) {
    for (const word of keptTogether(text).split(' ')) room = Math.max(room, wordRoom(word))
  }
  return room + padding
}

/** Digits grouped by no-break spaces are one word. */
function wordRoom(word: string): number {
  let room = 0
  for (const sign of word) {
    if (sign >= '0' && sign <= '9') room += widths.digit
    else room += /\p{L}/u.test(sign) ? widths.letter : widths.mark
  }
  return room
}

/**
 * Parts columns in blocks of as many as fit beside each other, at least one in each.
 *
 * @param first - the room in the first block, in the unit of the rooms
 * @param later - the room in each of those after it
 */
export function partColumns<Column extends { readonly room: number }>(
  columns: readonly Column[],
  first: number,
  later: number,
): readonly (readonly Column[])[] {
  const blocks: Column[][] = [[]]
  let left = first
  for (const column of columns) {
    if (column.room > left && blocks.at(-1)!.length > 0) {
      blocks.push([])
      left = later
    }
    blocks.at(-1)!.push(column)
    left -= column.room
  }
  return blocks
}
