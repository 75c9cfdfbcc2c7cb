import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Person } from '../person/person.entity.ts'

/** A code with which a person chooses a password, once. */
@Entity()
export class Invitation {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  @ManyToOne({ entity: () => Person, ref: true, index: true })
  readonly person: Ref<Person>

  /** SHA-256 of the code, in hexadecimal. */
  @Property({ type: 'string', unique: true })
  readonly codeHash: string

  @Property({ type: 'datetime' })
  readonly createdAt: Opt<Date> = new Date()

  @Property({ type: 'datetime' })
  readonly expiresAt: Date
}
