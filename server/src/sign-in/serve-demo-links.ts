import type { Express } from 'express'
import { ownPath } from '@andel/schema/own-path'
import { BadRequest } from '../http/bad-request.ts'
import { Person } from '../person/person.entity.ts'
import { enter } from './enter.ts'
import { SignInWay } from './session.entity.ts'
import type { SignInMeans } from './sign-in-means.ts'

/**
 * The links of the demo, `GET /sign-in/demo/<secret>`, which sign in whoever follows them and lead on to the path in `to`.
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
    if (!person) throw new BadRequest(noSuchLink, 404, 'NOT_FOUND')
    await enter(means, { person: person.id, way: SignInWay.DEMO }, { request, response })
    response.redirect(303, ownPath(request.query['to']))
  })
}

const noSuchLink = {
  sv: 'Länken gäller inte längre. Den som gäller står där Andel startades.',
  en: 'The link is no longer valid. The one that is stands where Andel was started.',
}
