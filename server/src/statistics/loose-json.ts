/** Parts of JSON whose shape nobody vouches for. */
export type LooseObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object itself, or one without anything. */
export const asObject = (value: unknown): LooseObject => (isObject(value) ? value : {})

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text that is not empty; anything else is none. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** Texts and numbers of a list, as texts. */
export function asTexts(value: unknown): string[] {
  return asList(value).flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [String(one)] : [],
  )
}
