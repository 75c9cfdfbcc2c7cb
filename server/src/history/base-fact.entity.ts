import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** Something that stood when the log began, such as a published number of inhabitants: what replaying the log starts from. */
@Entity()
export class BaseFact {
  readonly [PrimaryKeyProp]?: ['entity', 'entityId']

  /** As on a change. */
  @PrimaryKey({ type: 'string' })
  entity: string

  /** Global id. */
  @PrimaryKey({ type: 'string' })
  entityId: string

  /** Global id of what it is part of; null for what stands alone. */
  @Property({ type: 'string', nullable: true })
  owner: string | null

  /** As a change that adds it would tell. */
  @Property({ type: 'json' })
  content: unknown

  /** Over the hash of the base fact before it and what this one tells; of the last one, the first change goes on. */
  @Property({ type: 'string', length: 64 })
  hash: string
}
