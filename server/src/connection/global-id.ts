import { Fault } from '@andel/schema/fault'

/** `BudgetLine` + its own id → one opaque text that is unique in the whole API. */
export function toGlobalId(type: string, id: string | number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url')
}

/** @throws {Fault} `BAD_INPUT` when the text is no global id */
export function parseGlobalId(globalId: string): { type: string; id: string } {
  const parsed = readGlobalId(globalId)
  if (!parsed) throw new Fault('BAD_INPUT', { id: globalId })
  return parsed
}

function readGlobalId(globalId: string): { type: string; id: string } | undefined {
  const match = /^([A-Z][A-Za-z]+):(.+)$/.exec(Buffer.from(globalId, 'base64url').toString())
  return match ? { type: match[1]!, id: match[2]! } : undefined
}

/** The own id behind a global id of a known type. @throws {Fault} `BAD_INPUT` when it is of another type */
export function ownId(globalId: string, type: string): string {
  const id = ownIdIfAny(globalId, type)
  if (id === undefined) throw new Fault('BAD_INPUT', { id: globalId, expected: type })
  return id
}

/** The same; undefined when it is no global id of that type. */
export function ownIdIfAny(globalId: string, type: string): string | undefined {
  const parsed = readGlobalId(globalId)
  return parsed?.type === type ? parsed.id : undefined
}
