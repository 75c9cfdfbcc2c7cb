import { ref } from '@mikro-orm/core'
import { Actor } from '../access/actor.ts'
import { Grant } from '../person/grant.entity.ts'
import type { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import { enter } from '../sign-in/enter.ts'
import { ExampleBrowser, ExampleInstallation } from '../sign-in/example.ts'
import { SignInWay } from '../sign-in/session.entity.ts'
import type { Editing } from './edit-person.ts'

/** For tests: one administrator, two joint services, and Östersund as the only party to one of them. */
export class ExamplePeople implements AsyncDisposable {
  /** What was forgotten after edits. */
  readonly forgotten: string[] = []

  private constructor(
    readonly andel: ExampleInstallation,
    readonly admin: Person,
  ) {}

  static async open(): Promise<ExamplePeople> {
    const andel = await ExampleInstallation.open()
    for (const statement of places) await andel.em.getConnection().execute(statement)
    const people = new ExamplePeople(andel, await andel.add('Ada', { signedInAt: new Date() }))
    await people.hold(people.admin, Role.ADMIN)
    return people
  }

  /** Gives a role of no joint service, as nobody could. */
  async hold(person: Person, role: Role): Promise<Grant> {
    const em = this.andel.em.fork()
    const nowhere = { jointService: null, municipality: null }
    const grant = em.create(Grant, { person: ref(person), role, ...nowhere })
    await em.flush()
    return grant
  }

  /** What somebody with the rights of an administrator edits with. */
  as(id: string): Editing {
    const grants = [{ role: Role.ADMIN, jointService: null, municipality: null }]
    return this.editing(Actor.person(id, 'session', grants, 'browser'))
  }

  editing(actor: Actor): Editing {
    return {
      em: this.andel.em.fork(),
      actor,
      forget: () => void this.forgotten.push('kept'),
      forgetRights: () => void this.forgotten.push('rights'),
    }
  }

  async enterAs(person: Person): Promise<void> {
    const { exchange } = new ExampleBrowser()
    await enter(this.andel, { person: person.id, way: SignInWay.LOCAL }, exchange)
  }

  count(entity: Parameters<typeof this.andel.em.count>[0]): Promise<number> {
    return this.andel.em.fork().count(entity)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.andel[Symbol.asyncDispose]()
  }
}

const places = [
  `insert into county values ('23', 'Jämtlands län')`,
  `insert into municipality (code, name, full_name, county_code)
    values ('2303', 'Ragunda', 'Ragunda', '23'), ('2380', 'Östersund', 'Östersund', '23')`,
  `insert into joint_service (id, slug, name, body, description)
    values ('home-id', 'home', 'H', 'S', ''), ('away-id', 'away', 'A', 'S', '')`,
  `insert into distribution_key (id, name, bases, share_step, amount_step, residual_rule)
    values ('key', 'K', '[]', 'NONE', 'ORE', 'LARGEST_REMAINDER')`,
  `insert into agreement
    (id, joint_service_id, title, valid_from, notice_period, decision, default_key_id)
    values ('agreement', 'home-id', 'A', '2020-01-01', '', '', 'key')`,
  `insert into participation (id, agreement_id, municipality_code, from_date)
    values ('party', 'agreement', '2380', '2020-01-01')`,
]
