import type { Express, Request } from 'express'
import { ownPath } from '@andel/schema/own-path'
import type { SignInFailureCode } from '@andel/schema/sign-in-failure'
import { BadRequest } from '../http/bad-request.ts'
import { Person } from '../person/person.entity.ts'
import { enter } from './enter.ts'
import { SignInWay } from './session.entity.ts'
import type { SignInMeans } from './sign-in-means.ts'

/**
 * The links of the demo, `GET /sign-in/demo/<secret>`, which sign in whoever follows them and lead on to the path in `to`. One
 * that is not valid any more leads a browser to the sign-in page, which says so; programs are told with 404.
 *
 * @param people - own ids, by secret
 */
export function serveDemoLinks(
  web: Express,
  means: SignInMeans,
  people: ReadonlyMap<string, string>,
): void {
  web.get('/sign-in/demo/:secret', async (request, response) => {
    const id = people.get(request.params.secret)
    const own = means.em.fork()
    const person = id === undefined ? null : await own.findOne(Person, { id, suspendedAt: null })
    if (!person && isBrowser(request)) {
      return response.redirect(303, `/logga-in?fel=${gone}`)
    }
    if (!person) throw new BadRequest(noSuchLink, 404, 'NOT_FOUND')
    await enter(means, { person: person.id, way: SignInWay.DEMO }, { request, response })
    response.redirect(303, ownPath(request.query['to']))
  })
}

const gone: SignInFailureCode = 'gammal-lank'

/** Whether a page is wanted rather than anything else. */
function isBrowser(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html'
}

const noSuchLink = {
  sv: 'Länken gäller inte längre. Den som gäller står där Andel startades.',
  en: 'The link is no longer valid. The one that is stands where Andel was started.',
}
