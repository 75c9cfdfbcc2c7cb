export type Variables = Readonly<Record<string, unknown>>

/** What was typed as variables; none is an empty object, and undefined what is no JSON object. */
export function readVariables(text: string): Variables | undefined {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Variables) : undefined
  } catch {
    return undefined
  }
}
