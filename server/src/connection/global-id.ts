import { Fault } from '@andel/schema/fault'

/** `BudgetLine` + its own id → one opaque text that is unique in the whole API. */
export function toGlobalId(type: string, id: string | number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url')
}

/** @throws {Fault} `BAD_INPUT` when the text is no global id */
export function parseGlobalId(globalId: string): { type: string; id: string } {
  const match = /^([A-Z][A-Za-z]+):(.+)$/.exec(Buffer.from(globalId, 'base64url').toString())
  if (!match) throw new Fault('BAD_INPUT', { id: globalId })
  return { type: match[1]!, id: match[2]! }
}

/** The own id behind a global id of a known type. @throws {Fault} `BAD_INPUT` when it is of another type */
export function ownId(globalId: string, type: string): string {
  const parsed = parseGlobalId(globalId)
  if (parsed.type !== type) throw new Fault('BAD_INPUT', { id: globalId, expected: type })
  return parsed.id
}
