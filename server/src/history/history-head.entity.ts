import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/**
 * The end of the log: one row, which whoever writes to the log holds until it is written. So changes are numbered and chained
 * one after another, whatever process they come from.
 */
@Entity()
export class HistoryHead {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  readonly id: number = 1

  /** Of the newest change; 0 when there is none. */
  @Property({ type: 'integer' })
  sequence: number

  /** Of the newest change; of what stood before the first when there is none. */
  @Property({ type: 'string', length: 64 })
  hash: string

  /** When the newest change was accepted. */
  @Property({ type: 'datetime', length: 3 })
  at: Date
}
