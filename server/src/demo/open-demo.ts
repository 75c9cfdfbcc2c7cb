import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { newSecret } from '../access/secret.ts'
import { ApiToken } from '../api-token/api-token.entity.ts'
import { issueToken } from '../api-token/issue-token.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import { loadDemo } from './load-demo.ts'
import * as demo from './familjehemscentrum.ts'

/** A way into the demo for each role, for whoever sits at this machine. Good as long as the server runs. */
export interface DemoEntrance {
  /** Own ids of people, by the secret of the link that signs them in. */
  readonly people: ReadonlyMap<string, string>
  /** The secrets, by what the console calls the role. */
  readonly secrets: Readonly<Record<string, string>>
  /** Text of a token of the analyst, which only reads. */
  readonly token: string
}

const tokenName = 'Demo'
const day = 24 * 60 * 60_000

/** Loads the demo where it is missing, its people too, and makes a new way in for each of them. */
export async function openDemo(em: EntityManager): Promise<DemoEntrance> {
  await loadDemo(em)
  return em.transactional(async (tx) => {
    const entries: [label: string, person: Person][] = []
    for (const one of demo.people) entries.push([one.label, await personOf(tx, one)])
    const analyst = entries.find(([label]) => label === 'analyst')![1]
    await tx.nativeDelete(ApiToken, { person: analyst.id, name: tokenName })
    const expiresAt = new Date(Date.now() + 365 * day)
    const { text } = issueToken(tx, analyst, { name: tokenName, writes: false, expiresAt })
    const secrets = entries.map(([label]) => [label, newSecret()] as const)
    return {
      people: new Map(entries.map(([, { id }], index) => [secrets[index]![1], id])),
      secrets: Object.fromEntries(secrets),
      token: text,
    }
  })
}

async function personOf(em: EntityManager, one: demo.DemoPerson): Promise<Person> {
  const known = await em.findOne(Person, { login: one.email })
  if (known) return known
  const { name, email, role, municipality } = one
  const person = em.create(Person, { name, email, login: email })
  const service =
    role === Role.ADMIN ? null : await em.findOneOrFail(JointService, demo.jointService)
  em.create(Grant, {
    person: ref(person),
    role,
    jointService: service && ref(service),
    municipality: municipality === undefined ? null : ref(Municipality, municipality),
  })
  return person
}
