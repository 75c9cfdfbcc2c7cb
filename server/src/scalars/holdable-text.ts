/**
 * What a text has that databases do not hold; undefined when they hold it. SQLite ends a statement at U+0000 and PostgreSQL
 * refuses it. Half a surrogate pair is no character and is stored as another: what is stored would not be what was logged.
 */
export function unholdableIn(text: string): 'U+0000' | 'a lone surrogate' | undefined {
  if (text.includes('\0')) return 'U+0000'
  return text.isWellFormed() ? undefined : 'a lone surrogate'
}
