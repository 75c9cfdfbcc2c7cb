import { Fault } from '@andel/schema/fault'

const most = { name: 200, body: 200, description: 2000 }

/** What people may write about a joint service. */
export type JointServiceText = keyof typeof most

/**
 * A text of a joint service as it is kept.
 *
 * @throws {Fault} `BAD_TEXT` when it is too long, or empty where one is needed
 */
export function readText(field: JointServiceText, typed: string): string {
  const text = typed.trim()
  const isMissing = text === '' && field !== 'description'
  if (isMissing || text.length > most[field])
    throw new Fault('BAD_TEXT', { field, most: most[field] })
  return text
}
