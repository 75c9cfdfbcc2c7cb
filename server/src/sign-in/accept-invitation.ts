import { AuditAction } from '../audit/audit-action.ts'
import { networkOf } from '../audit/network.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { BadRequest } from '../http/bad-request.ts'
import { checkPassword } from './check-password.ts'
import { enter } from './enter.ts'
import { Invitation } from './invitation.entity.ts'
import { findInvitation } from './invitations.ts'
import { mayTry } from './may-try.ts'
import { SignInWay } from './session.entity.ts'
import { endSessions } from './sessions.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/** Whose password is to be chosen. */
export interface Invited {
  readonly name: string
  readonly email: string
}

/**
 * Tells whom a code invites.
 *
 * @throws {BadRequest} 404, the same for a code that is used, too old or was never given; 429
 */
export async function readInvitation(
  means: SignInMeans,
  code: string,
  exchange: Exchange,
): Promise<Invited> {
  const { name, email } = (await find(means, code, exchange)).person.unwrap()
  return { name, email }
}

/**
 * Gives the invited person a password, ends what sessions there are, and signs in. The code is good no more.
 *
 * @throws {BadRequest} as `readInvitation`, and those of `checkPassword`
 */
export async function acceptInvitation(
  means: SignInMeans,
  { code, password }: { readonly code: string; readonly password: string },
  exchange: Exchange,
): Promise<void> {
  const invitation = await find(means, code, exchange)
  const { id, name, email } = invitation.person.unwrap()
  checkPassword(password, { name, email })
  const passwordHash = await means.passwords.hash(password)
  await enter(means, { person: id, way: SignInWay.LOCAL }, exchange, async (tx, person) => {
    if ((await tx.nativeDelete(Invitation, { id: invitation.id })) === 0) throw unknown()
    await tx.nativeDelete(Invitation, { person: id })
    person.passwordHash = passwordHash
    const sessions = await endSessions(tx, id)
    await writeAudit(tx, {
      actor: person,
      action: AuditAction.INVITATION_USED,
      succeeded: true,
      subject: person.globalId,
      details: { sessions },
    })
  })
}

async function find(means: SignInMeans, code: string, exchange: Exchange): Promise<Invitation> {
  const trier = await mayTry(means, exchange)
  const em = means.em.fork()
  const invitation = await findInvitation(em, code)
  if (!invitation) {
    await writeAudit(em, {
      actor: null,
      action: AuditAction.INVITATION_USED,
      succeeded: false,
      details: { reason: 'WRONG_CODE', network: networkOf(exchange.request.ip) },
    })
    throw unknown()
  }
  await means.throttle.succeeded(trier)
  return invitation
}

const unknown = (): BadRequest =>
  new BadRequest(
    {
      sv: 'Inbjudan gäller inte. Den kan vara använd, för gammal eller ersatt av en ny. Be om en ny.',
      en: 'The invitation is not valid. It may be used, too old or replaced. Ask for a new one.',
    },
    404,
    'NOT_FOUND',
  )
