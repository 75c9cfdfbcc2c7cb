import type { LoggedChangeFragment } from '@andel/schema/operations'

/** One accepted edit as histories have it. */
export type LoggedChange = LoggedChangeFragment

/** What is called by a name that no longer is there: removed lines and keys, by global id. */
export type GoneNames = Readonly<Record<string, string>>

/** Names of what has been removed, from the changes that removed it. */
export function goneNames(
  removals: readonly Pick<LoggedChange, 'entity' | 'entityId' | 'before'>[],
): GoneNames {
  const names: Record<string, string> = {}
  for (const { entity, entityId, before } of removals) {
    const { description, name } = asRecord(before)
    names[entityId] ??= String((entity === 'BudgetLine' ? description : name) ?? '')
  }
  return names
}

/** A whole entity as the log has it; empty when it is none. */
export function asRecord(logged: unknown): Readonly<Record<string, unknown>> {
  return typeof logged === 'object' && logged !== null
    ? (logged as Readonly<Record<string, unknown>>)
    : {}
}
