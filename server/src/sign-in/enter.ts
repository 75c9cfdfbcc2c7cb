import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { hashSecret } from '../access/secret.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { networkOf } from '../audit/network.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { Person } from '../person/person.entity.ts'
import { cookieOf, cookieWith } from './cookie.ts'
import { Session, type SignInWay } from './session.entity.ts'
import { beginSession } from './sessions.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/** Who has been let in, and how that was found out. */
export interface Entrant {
  /** Own id of the person. */
  readonly person: string
  readonly way: SignInWay
}

/**
 * Signs somebody in in the browser that asks: a new session, whatever the browser sent, the earlier one ended, and the cookie
 * in the answer. Whoever calls has found out who it is; a person who is suspended is not let in.
 *
 * @param also - done in the same transaction, before
 */
export async function enter(
  { em, authentication }: Pick<SignInMeans, 'em' | 'authentication'>,
  { person: id, way }: Entrant,
  { request, response }: Exchange,
  also: (tx: EntityManager, person: Person) => Promise<void> = async () => undefined,
): Promise<void> {
  const earlier = cookieOf(request)
  const secret = await em.fork().transactional(async (tx) => {
    const person = await tx.findOneOrFail(Person, { id, suspendedAt: null })
    await also(tx, person)
    if (earlier !== undefined) await tx.nativeDelete(Session, { tokenHash: hashSecret(earlier) })
    const begun = await beginSession(tx, person, way, request.headers['user-agent'] ?? '')
    const details = { way, network: networkOf(request.ip) }
    const subject = person.globalId
    await writeAudit(tx, {
      actor: person,
      action: AuditAction.SIGN_IN,
      succeeded: true,
      subject,
      details,
    })
    return begun.secret
  })
  authentication.forget()
  response.set({ 'Set-Cookie': cookieWith(secret), 'Cache-Control': 'no-store' })
}
