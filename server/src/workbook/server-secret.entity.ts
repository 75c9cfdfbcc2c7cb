import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** What only this installation knows. Never leaves the database. */
@Entity()
export class ServerSecret {
  /** What it is used for. */
  @PrimaryKey({ type: 'string' })
  readonly name: string

  /** 256 random bits in base64url. */
  @Property({ type: 'string' })
  readonly value: string
}
