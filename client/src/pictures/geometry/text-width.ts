/** About how wide a text is in pixels, on the safe side: the file that is saved may be shown in another font. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += letterWidth(letter)
  return Math.ceil(ems * size)
}

function letterWidth(letter: string): number {
  if (/[ijlI.,:;|!'() \u00a0/-]/.test(letter)) return 0.32
  if (/[mwMW%—]/.test(letter)) return 0.92
  if (/[A-ZÅÄÖ]/.test(letter)) return 0.7
  return 0.575
}

/** A text that is at most so wide, cut with an ellipsis where it is longer. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = text
  while (kept && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
