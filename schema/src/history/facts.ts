/** Something that stands, as plain JSON: a line, a key, a population figure. */
export interface Fact {
  /** Its type, as on a change: "BudgetLine". */
  readonly entity: string
  /** Global id of what it is part of; null for what stands alone, and where nobody asks. */
  readonly owner: string | null
  /**
   * As the newest change of it tells. A participation, and the key of an agreement, go by the version of their agreement.
   */
  readonly version: number
  /** Its fields, as a change that adds it tells of them. */
  readonly content: Content
}

export type Content = Readonly<Record<string, unknown>>

/** All that stands, by global id. */
export type Facts = Map<string, Fact>

/** A change as the log tells of it. */
export interface LoggedChange {
  readonly entity: string
  /** Global id. */
  readonly entityId: string
  /** Of the entity after the change. */
  readonly version: number
  /** Name of the field; "+" when the entity was added, "-" when it was removed. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** As on a fact; left out: null. */
  readonly owner?: string | null
}

/** Where a change and what stands do not fit together. */
export interface Misfit {
  /** Name of the field; "+" for the whole, which should not stand already or should stand and does not. */
  readonly field: string
  /** What the change takes for granted; null for nothing. */
  readonly told: unknown
  /** What stands; null for nothing. */
  readonly stood: unknown
}

/** Fields that a log from before there were such says nothing of, as they were then. */
const laterFields: Readonly<Record<string, Content>> = {
  BudgetLine: {
    section: '',
    workloadFormula: null,
    monthsFormula: null,
    monthlyCostFormula: null,
    amountFormula: null,
    openedTo: [],
  },
}

/** A whole as a change tells of it, with the fields that there were none of at the time. */
export function wholeContent(entity: string, told: unknown): Content {
  return { ...laterFields[entity], ...(told as Content | null) }
}

/**
 * The first field in which two contents of the same thing differ; null when there is none. What one of them does not tell of
 * makes no difference.
 */
export function firstDifference(told: Content, stood: Content): Misfit | null {
  const field = Object.keys(told).find(
    (name) => stood[name] !== undefined && !sameValue(told[name], stood[name]),
  )
  return field === undefined ? null : { field, told: told[field], stood: stood[field] }
}

/** Whether two values of JSON are the same, however their names are ordered. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [a as Content, b as Content]
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name]))
  )
}
