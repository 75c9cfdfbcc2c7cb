import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../access/actor.ts'
import { AuditAction } from './audit-action.ts'
import type { AuditDetails } from './audit-details.ts'
import { type Audited, writeAudit } from './write-audit.ts'

const minute = 60_000
const hour = 60 * minute

/** Entries of what is not written each time that one process writes in a minute, whoever they are of. */
const mostPerMinute = 120

/** What left Andel. */
export interface Export {
  readonly kind: NonNullable<AuditDetails['kind']>
  readonly format: NonNullable<AuditDetails['format']>
  /** Global id of the view or budget; left out for a table. */
  readonly subject?: string
}

/**
 * Tells the audit log of what can happen a thousand times a minute, without filling it: an entry tells of the first, and how
 * many went untold since the one before.
 */
export class AuditLog {
  private readonly told = new LRUCache<string, { at: number; untold: number }>({ max: 10_000 })
  private minuteOf = 0
  private inMinute = 0

  /** @param em - of which each entry gets a fork of its own */
  constructor(
    private readonly em: EntityManager,
    private readonly now: () => number = Date.now,
  ) {}

  /** Somebody asked for what is not for that person: once a minute for each person and action. */
  async refused(actor: Actor, details: Pick<AuditDetails, 'code' | 'action'>): Promise<void> {
    const key = `refused ${actor.id} ${details.code} ${details.action}`
    await this.seldom(key, minute, {
      actor,
      action: AuditAction.REFUSED,
      succeeded: false,
      details,
    })
  }

  /**
   * Figures left as a file or a table: each time when a person fetched them in a browser, once an hour for each view, and for
   * each token and format.
   */
  async exported(actor: Actor, { subject, kind, format }: Export): Promise<void> {
    const byHand = actor.means === 'session' && kind !== 'VIEW'
    const means = kind === 'VIEW' ? 'view' : actor.means
    const key = `exported ${subject ?? actor.through} ${format} ${means}`
    await this.seldom(key, byHand ? 0 : hour, {
      actor,
      action: AuditAction.EXPORTED,
      succeeded: true,
      ...(subject !== undefined && { subject }),
      details: { kind, format, ...(means !== 'nothing' && means !== 'program' && { means }) },
    })
  }

  /**
   * Writes an entry unless one with the same key has been written within a time.
   *
   * @param every - milliseconds
   */
  async seldom(key: string, every: number, entry: Audited): Promise<void> {
    const now = this.now()
    const last = this.told.get(key)
    if ((last && now - last.at < every) || !this.hasRoom(now)) {
      this.told.set(key, { at: last?.at ?? -Infinity, untold: (last?.untold ?? 0) + 1 })
      return
    }
    this.told.set(key, { at: now, untold: 0 })
    const unrecorded = last?.untold ?? 0
    const details = { ...entry.details, ...(unrecorded > 0 && { unrecorded }) }
    await writeAudit(this.em.fork(), { ...entry, details })
  }

  private hasRoom(now: number): boolean {
    const current = Math.floor(now / minute)
    if (current !== this.minuteOf) this.inMinute = 0
    this.minuteOf = current
    return this.inMinute++ < mostPerMinute
  }
}
