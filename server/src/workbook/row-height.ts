/** Points of one line of text. */
const lineHeight = 15
/** No row is higher. */
const most = 405

/**
 * How high a row must be for texts that wrap: programs do not agree on whether to find out by themselves.
 *
 * @param texts - each with the width of its column in characters
 * @returns points
 */
export function rowHeight(texts: readonly (readonly [text: string, width: number])[]): number {
  const lines = texts.map(([text, width]) =>
    text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 2))), 0),
  )
  return Math.min(most, lineHeight * Math.max(1, ...lines))
}
