import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { BadRequest } from '../http/bad-request.ts'
import { Person } from '../person/person.entity.ts'
import { checkPassword } from './check-password.ts'
import { enter } from './enter.ts'
import { mayTry } from './may-try.ts'
import { Session } from './session.entity.ts'
import { endSessions } from './sessions.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/**
 * Changes the own password. Every session ends, and this browser gets a new one.
 *
 * @throws {BadRequest} 401 without a session, 403 `WRONG_PASSWORD`, 429 `TOO_MANY_TRIES`, and those of `checkPassword`
 */
export async function changePassword(
  means: SignInMeans,
  { current, password }: { readonly current: string; readonly password: string },
  exchange: Exchange,
): Promise<void> {
  const actor = await means.authentication.actorOf(exchange.request)
  const em = means.em.fork()
  const session =
    actor.means === 'session'
      ? await em.findOne(Session, { id: actor.through }, { populate: ['person'] })
      : null
  if (!session) throw new BadRequest(noSession, 401, 'UNAUTHENTICATED')
  const person = session.person.unwrap()
  const trier = await mayTry(means, exchange, person.login ?? person.id)
  if (!(await means.passwords.check(current, person.passwordHash))) {
    await note(em, person, { reason: 'WRONG_PASSWORD' })
    throw new BadRequest(wrongPassword, 403, 'WRONG_PASSWORD')
  }
  await means.throttle.succeeded(trier)
  checkPassword(password, person)
  const passwordHash = await means.passwords.hash(password)
  const { way } = session
  await enter(means, { person: person.id, way }, exchange, async (tx, entering) => {
    entering.passwordHash = passwordHash
    await note(tx, entering, { sessions: await endSessions(tx, entering.id) })
  })
}

async function note(
  em: Parameters<typeof writeAudit>[0],
  person: Person,
  details: { readonly reason: 'WRONG_PASSWORD' } | { readonly sessions: number },
): Promise<void> {
  await writeAudit(em, {
    actor: person,
    action: AuditAction.PASSWORD_CHANGED,
    succeeded: !('reason' in details),
    subject: person.globalId,
    details,
  })
}

const noSession = {
  sv: 'Logga in först. Lösenordet byts i webbläsaren.',
  en: 'Sign in first. The password is changed in the browser.',
}
const wrongPassword = {
  sv: 'Det nuvarande lösenordet stämmer inte.',
  en: 'The present password is wrong.',
}
