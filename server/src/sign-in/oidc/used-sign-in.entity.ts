import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** A sign-in at a provider that somebody has come back from. It can be used no more. */
@Entity()
export class UsedSignIn {
  /** SHA-256 of its state, in hexadecimal. */
  @PrimaryKey({ type: 'string' })
  readonly stateHash: string

  /** When it would be too old anyhow. */
  @Property({ type: 'datetime', index: true })
  readonly expiresAt: Date
}
