import type { AuditAction, AuditLogQuery } from '@andel/schema/operations'
import type { TextKey } from '../../text/useText.ts'
import { audit } from '../../text/sv/audit.ts'

/** An entry of the audit log as the list has it. */
export type Entry = AuditLogQuery['auditEntries']['nodes'][number]

type Say = (key: TextKey) => string

/** Everything that the log tells of, in the order of the words. */
export const auditActions = Object.keys(audit.action) as AuditAction[]

const tokens = {
  'reading token': 'audit.readingToken',
  'writing token': 'audit.writingToken',
} as const

const rights = new Set(
  Object.entries(audit.right).flatMap(([what, ways]) =>
    Object.keys(ways).map((way) => `audit.right.${what}.${way}`),
  ),
)

/** Said by the event itself, or an id that tells a reader nothing. */
const unsaid = new Set(['code', 'jointService'])

/** What else an entry says, in words: "slag: tabell · format: csv". */
export function detailsOf({ details }: Pick<Entry, 'details'>, t: Say): string {
  return Object.entries(details as Readonly<Record<string, unknown>>)
    .filter(([key, value]) => value !== null && value !== 0 && !unsaid.has(key))
    .map(
      ([key, value]) =>
        `${labelOf(key, t)}: ${(key === 'action' && rightOf(value, t)) || wordOf(value, t)}`,
    )
    .join(' · ')
}

function labelOf(key: string, t: Say): string {
  return key in audit.detail ? t(`audit.detail.${key as keyof typeof audit.detail}`) : key
}

/** What somebody had no right to, "budget.read", as in "läsa budgetar"; nothing when it is none of those that are known. */
function rightOf(action: unknown, t: Say): string | undefined {
  const key = `audit.right.${String(action)}`
  return rights.has(key) ? t(key as TextKey) : undefined
}

function wordOf(value: unknown, t: Say): string {
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  const text = String(value)
  if (text in tokens) return t(tokens[text as keyof typeof tokens])
  return text
    .split(', ')
    .map((one) => (one in audit.word ? t(`audit.word.${one as keyof typeof audit.word}`) : one))
    .join(', ')
}

/** What something was done to: the name of a person, or what kind of thing it is. */
export function subjectOf({ subject, subjectName }: Entry, t: Say): string {
  if (subjectName !== null || subject === null) return subjectName ?? ''
  const type = /^[A-Za-z]+/.exec(atob(subject.replace(/-/g, '+').replace(/_/g, '/')))?.[0] ?? ''
  return type in audit.kindOf ? t(`audit.kindOf.${type as keyof typeof audit.kindOf}`) : type
}

/** A selection as it stands in the form: texts, empty for what does not limit; days as "2026-11-22". */
export interface Selection {
  readonly action: AuditAction | ''
  readonly actorId: string
  readonly outcome: '' | 'done' | 'failed'
  readonly from: string
  readonly to: string
}

/** The filter of the API for a selection. A day begins and ends where the reader is. */
export function filterOf({ action, actorId, outcome, from, to }: Selection) {
  return {
    ...(action && { actions: [action] }),
    ...(actorId && { actorIds: [actorId] }),
    ...(outcome && { succeeded: outcome === 'done' }),
    ...(from && { from: new Date(`${from}T00:00:00.000`).toISOString() }),
    ...(to && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  }
}
