import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** What this installation is. There is one row. */
@Entity()
export class Installation {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  readonly id: number

  /** It holds the demo, and everybody on this machine can sign in. */
  @Property({ type: 'boolean' })
  demo: boolean

  /** When its first administrator was made; null before that. */
  @Property({ type: 'datetime', nullable: true })
  setUpAt: Date | null = null
}
