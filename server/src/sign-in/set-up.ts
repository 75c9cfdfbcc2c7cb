import { AuditAction } from '../audit/audit-action.ts'
import { networkOf } from '../audit/network.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { LockMode, ref } from '@mikro-orm/core'
import { BadRequest } from '../http/bad-request.ts'
import { Grant } from '../person/grant.entity.ts'
import { loginOf, readEmail, readName } from '../person/name-and-email.ts'
import { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import { checkPassword } from './check-password.ts'
import { enter } from './enter.ts'
import { Installation } from './installation.entity.ts'
import { mayTry } from './may-try.ts'
import { SignInWay } from './session.entity.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/** What the first administrator types. */
export interface SetUpForm {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Of two who set up at once, in whatever process, one comes after the other. */
const lockMode = LockMode.PESSIMISTIC_WRITE

/** No e-mail, so nobody's account. */
const account = 'set-up'

/**
 * Makes the first administrator, once, and signs in.
 *
 * @throws {BadRequest} 404 when that has been done, 403 `WRONG_CODE`, 429 `TOO_MANY_TRIES`, 400 `BAD_NAME`, `BAD_EMAIL` and
 *   those of `checkPassword`
 */
export async function setUp(
  means: SignInMeans,
  form: SetUpForm,
  exchange: Exchange,
): Promise<void> {
  const { em, setUpDoor: door, throttle, passwords } = means
  if (door.shownCode === undefined) throw gone()
  const trier = await mayTry(means, exchange, account)
  if (!door.opensWith(form.code)) {
    await noteWrongCode(means, exchange)
    throw new BadRequest(wrongCode, 403, 'WRONG_CODE')
  }
  await throttle.succeeded(trier)
  const { name, email } = readWho(form)
  checkPassword(form.password, { name, email })
  const passwordHash = await passwords.hash(form.password)
  const id = await em.fork().transactional(async (tx) => {
    const installation = await tx.findOneOrFail(Installation, { id: 1 }, { lockMode })
    if ((await tx.count(Person)) > 0) return undefined
    const person = tx.create(Person, { name, email, login: loginOf(email), passwordHash })
    tx.create(Grant, {
      person: ref(person),
      role: Role.ADMIN,
      jointService: null,
      municipality: null,
    })
    installation.setUpAt = new Date()
    await tx.flush()
    const subject = person.globalId
    await writeAudit(tx, { actor: person, action: AuditAction.SET_UP, succeeded: true, subject })
    return person.id
  })
  door.close()
  means.installation.isSetUp = true
  if (id === undefined) throw gone()
  await enter(means, { person: id, way: SignInWay.LOCAL }, exchange)
}

function readWho(form: SetUpForm): { name: string; email: string } {
  const name = readName(form.name)
  if (name === undefined) throw new BadRequest(badName, 400, 'BAD_NAME')
  const email = readEmail(form.email)
  if (email === undefined) throw new BadRequest(badEmail, 400, 'BAD_EMAIL')
  return { name, email }
}

async function noteWrongCode({ em }: SignInMeans, { request }: Exchange): Promise<void> {
  await writeAudit(em.fork(), {
    actor: null,
    action: AuditAction.SET_UP,
    succeeded: false,
    details: { reason: 'WRONG_CODE', network: networkOf(request.ip) },
  })
}

const gone = (): BadRequest =>
  new BadRequest(
    {
      sv: 'Andel är redan i gång. Den första administratören finns, och koden gäller inte mer.',
      en: 'Andel has been set up. The first administrator exists, and the code is no longer valid.',
    },
    404,
    'NOT_FOUND',
  )
const wrongCode = {
  sv: 'Koden stämmer inte. Den står där Andel startades och byts vid varje start.',
  en: 'The code is wrong. It stands where Andel was started, and is another one at each start.',
}
const badName = { sv: 'Skriv för- och efternamn.', en: 'Write first and last name.' }
const badEmail = {
  sv: 'Skriv en e-postadress, till exempel namn@kommun.se.',
  en: 'Write an e-mail address, such as name@municipality.se.',
}
