import { hashSecret } from '../access/secret.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { cookieOf, emptyCookie } from './cookie.ts'
import { Session } from './session.entity.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/** Ends the session of the browser that asks and empties its cookie; harmless when there is none. */
export async function signOut(
  { em, authentication }: SignInMeans,
  { request, response }: Exchange,
): Promise<void> {
  const secret = cookieOf(request)
  response.set('Set-Cookie', emptyCookie)
  if (secret === undefined) return
  await em.fork().transactional(async (tx) => {
    const session = await tx.findOne(Session, { tokenHash: hashSecret(secret) })
    if (!session) return
    tx.remove(session)
    const { person: actor, globalId: subject } = session
    await writeAudit(tx, { actor, action: AuditAction.SIGN_OUT, succeeded: true, subject })
  })
  authentication.forget()
}
