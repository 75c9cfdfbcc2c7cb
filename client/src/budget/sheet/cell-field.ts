/** The field whose cell a field stands in: a value and the formula it was typed as are one thing. */
export function cellField(field: string): string {
  return field.replace(/Formula$/, '')
}
