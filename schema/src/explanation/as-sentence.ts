/** A note as people type it, with a full stop. */
export function asSentence(note: string): string {
  const text = note.trim()
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
