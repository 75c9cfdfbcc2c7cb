import type { Opt } from '@mikro-orm/core'
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** One thing that somebody did, or tried, that is no edit of a budget. Never holds a secret. */
@Entity()
@Index({ properties: ['action', 'sequence'] })
export class AuditEntry {
  @PrimaryKey({ type: 'integer', autoincrement: true })
  readonly sequence: Opt<number>

  @Property({ type: 'datetime' })
  readonly at: Opt<Date> = new Date()

  /** Who, by the own id of the person; null when nobody was signed in. */
  @Property({ type: 'string', nullable: true, index: true })
  readonly actor: string | null

  /** E.g. "SIGN_IN"; see `audit/audit-action.ts`. */
  @Property({ type: 'string' })
  readonly action: string

  @Property({ type: 'boolean' })
  readonly succeeded: boolean

  /** What it was done to: a global id; null when it is nothing that has one. */
  @Property({ type: 'string', nullable: true, index: true })
  readonly subject: string | null

  /** What else is worth knowing; no names, no e-mails, no secrets. */
  @Property({ type: 'json' })
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}
