import { AuditAction } from '../audit/audit-action.ts'
import type { AuditReason } from '../audit/audit-details.ts'
import { networkOf } from '../audit/network.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { BadRequest } from '../http/bad-request.ts'
import { loginOf } from '../person/name-and-email.ts'
import { Person } from '../person/person.entity.ts'
import { enter } from './enter.ts'
import { mayTry } from './may-try.ts'
import { SignInWay } from './session.entity.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/** What somebody typed. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

/**
 * Signs in with e-mail and password. An account that does not exist, has no password or is suspended is answered as one whose
 * password is wrong, with the same work.
 *
 * @throws {BadRequest} 401 `SIGN_IN_REFUSED`, 429 `TOO_MANY_TRIES`, 503 `BUSY`
 */
export async function signIn(
  means: SignInMeans,
  { email, password }: Credentials,
  exchange: Exchange,
): Promise<void> {
  const login = loginOf(email)
  const trier = await mayTry(means, exchange, login)
  const person = await means.em.fork().findOne(Person, { login })
  const isRight = await means.passwords.check(password, person?.passwordHash ?? null)
  if (!person || !isRight || person.suspendedAt) {
    await noteFailure(means, person, exchange)
    throw new BadRequest(refused, 401, 'SIGN_IN_REFUSED')
  }
  const renewed = means.passwords.isOutdated(person.passwordHash!)
    ? await means.passwords.hash(password)
    : undefined
  await means.throttle.succeeded(trier)
  const entrant = { person: person.id, way: SignInWay.LOCAL }
  await enter(means, entrant, exchange, async (_tx, entering) => {
    // unless it was changed meanwhile
    if (renewed && entering.passwordHash === person.passwordHash) entering.passwordHash = renewed
  })
}

async function noteFailure(
  { em }: SignInMeans,
  person: Person | null,
  { request }: Exchange,
): Promise<void> {
  const reason: AuditReason = !person
    ? 'UNKNOWN_ACCOUNT'
    : person.suspendedAt
      ? 'SUSPENDED'
      : 'WRONG_PASSWORD'
  await writeAudit(em.fork(), {
    actor: null,
    action: AuditAction.SIGN_IN,
    succeeded: false,
    subject: person?.globalId ?? null,
    details: { way: SignInWay.LOCAL, reason, network: networkOf(request.ip) },
  })
}

const refused = {
  sv: 'E-postadressen eller lösenordet stämmer inte.',
  en: 'The e-mail or the password is wrong.',
}
