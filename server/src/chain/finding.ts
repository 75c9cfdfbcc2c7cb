import type { Misfit } from '@andel/schema/history'
import { parseGlobalId } from '../connection/global-id.ts'

/** A row that does not fit the history, and in what. */
export interface Finding {
  /** Which: "change 17, of BudgetLine 0b1e…". */
  readonly row: string
  readonly field: string
  readonly says: unknown
  readonly expected: unknown
}

/** Ends a verification: nothing after the first row that does not fit can be judged. */
export class Unfit extends Error {
  override readonly name = 'Unfit'

  constructor(readonly finding: Finding) {
    super('The history does not fit.')
  }
}

/** @throws {Unfit} unless both are the same */
export function expectSame(row: string, field: string, says: unknown, expected: unknown): void {
  if (says !== expected) throw new Unfit({ row, field, says, expected })
}

/** @throws {Unfit} for a change that takes for granted what does not stand */
export function expectFit(row: string, misfit: Misfit | null): void {
  if (misfit)
    throw new Unfit({ row, field: misfit.field, says: misfit.told, expected: misfit.stood })
}

/** What a global id is of, with the id that the database has. */
export function nameOfRow(globalId: string): string {
  try {
    const { type, id } = parseGlobalId(globalId)
    return `${type} ${id}`
  } catch {
    return globalId
  }
}

/** Does something with a row. @throws {Unfit} also for a row of which nothing can be made */
export function readable<T>(row: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    if (error instanceof Unfit) throw error
    throw new Unfit({ row, field: '+', says: String(error), expected: 'something readable' })
  }
}

/** A finding as a sentence. */
export function tellFinding({ row, field, says, expected }: Finding): string {
  return `${row}: ${wordOf(field)} is ${valueOf(says)}, expected ${valueOf(expected)}`
}

const wordOf = (field: string): string => (field === '+' ? 'the whole' : field)

const longest = 200

function valueOf(value: unknown): string {
  const text = value == null ? 'nothing' : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
