/** A query as it once stood in the editor. */
export interface Written {
  readonly query: string
  readonly variables: string
}

export interface Remembered extends Written {
  /** ISO time. */
  readonly at: string
}

const most = 20

/** With one more query at the top; one that is there already is moved, and the oldest is forgotten. */
export function remember(
  history: readonly Remembered[],
  { query, variables }: Written,
  at: string,
): Remembered[] {
  const others = history.filter((one) => one.query !== query || one.variables !== variables)
  return [{ query, variables, at }, ...others].slice(0, most)
}
