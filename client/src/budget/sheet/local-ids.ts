import { newUuid } from '../../api/new-uuid.ts'

/**
 * What was added here has an id of our own until the server has answered, and keeps it on this screen
 * afterwards, so that a row being typed in never changes its identity. Only what is sent and what is
 * received is translated.
 */
export type LocalIds = Readonly<Record<string, string>>

const mark = 'local:'

/** An id for something the server has not seen yet. */
export function newLocalId(): string {
  return mark + newUuid()
}

/** The server's id for ours; `undefined` while it has none. */
export function serverId(id: string, ids: LocalIds): string | undefined {
  return id.startsWith(mark) ? ids[id] : id
}

/** Our id for the server's. */
export function localId(id: string, ids: LocalIds): string {
  for (const ours in ids) if (ids[ours] === id) return ours
  return id
}
