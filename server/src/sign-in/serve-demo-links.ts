import type { EntityManager } from '@mikro-orm/sqlite'
import { BadRequest } from '../http/bad-request.ts'
import type { Serving } from '../http/serve-graphql.ts'
import { Person } from '../person/person.entity.ts'
import { cookieWith } from './cookie.ts'
import { SignInWay } from './session.entity.ts'
import { beginSession } from './sessions.ts'

/**
 * The links of the demo, `GET /sign-in/demo/<secret>`, which sign in whoever follows them.
 *
 * @param people - own ids, by secret
 */
export function serveDemoLinks(
  { web }: Serving,
  em: EntityManager,
  people: ReadonlyMap<string, string>,
): void {
  web.get('/sign-in/demo/:secret', async (request, response) => {
    const id = people.get(request.params.secret)
    const own = em.fork()
    const person = id === undefined ? null : await own.findOne(Person, { id, suspendedAt: null })
    if (!person) throw new BadRequest(noSuchLink, 404, 'NOT_FOUND')
    const browser = request.headers['user-agent'] ?? ''
    const { secret } = await beginSession(own, person, SignInWay.DEMO, browser)
    response
      .set({ 'Set-Cookie': cookieWith(secret), 'Cache-Control': 'no-store' })
      .redirect(303, '/')
  })
}

const noSuchLink = {
  sv: 'Länken gäller inte längre. Den som gäller står där Andel startades.',
  en: 'The link is no longer valid. The one that is stands where Andel was started.',
}
