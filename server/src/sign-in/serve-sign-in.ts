import type { Express, Request, Response } from 'express'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { fieldsOf, readForm } from './read-form.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'

/** What is done with a form that has been read. Returns what is answered, if anything. */
type Act = (body: unknown, exchange: Exchange) => Promise<unknown>

/** Ways in and out over HTTP, all of them POST: docs/safety.md. */
export function serveSignIn(web: Express, means: SignInMeans): void {
  const ways: Record<string, Act> = {
    '/sign-in': (body, exchange) => signIn(means, fieldsOf(body, 'email', 'password'), exchange),
    '/sign-out': (_body, exchange) => signOut(means, exchange),
    '/set-up': (body, exchange) => {
      const form = fieldsOf(body, 'code', 'name', 'email', 'password')
      return setUp(means, form, exchange)
    },
    '/password': (body, exchange) =>
      changePassword(means, fieldsOf(body, 'current', 'password'), exchange),
    '/invitation': (body, exchange) =>
      Object.hasOwn(Object(body), 'password')
        ? acceptInvitation(means, fieldsOf(body, 'code', 'password'), exchange)
        : readInvitation(means, fieldsOf(body, 'code').code, exchange),
  }
  for (const [path, act] of Object.entries(ways)) {
    web.all(path, ...readForm, async (request: Request, response: Response) => {
      const answer = await act(request.body, { request, response })
      if (answer === undefined) response.status(204).end()
      else response.json(answer)
    })
  }
}
