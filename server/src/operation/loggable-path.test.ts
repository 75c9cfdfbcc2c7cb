import { expect, it } from 'vitest'
import { loggablePath } from './loggable-path.ts'

const secret = 'q83yz0lFJd8s_Vb1nX-4kTt0pYwQ2mRc6uHjE5aZgOi'

it.each([
  ['/graphql?query={secret}', '/graphql'],
  ['/views/U2F2ZWRWaWV3OjE.csv?token=secret', '/views/U2F2ZWRWaWV3OjE.csv'],
  [`/sign-in/demo/${secret}`, '/sign-in/demo/…'],
  ['/sign-in/demo/short', '/sign-in/demo/…'],
  ['/sign-in/demo/short/more', '/sign-in/demo/…/more'],
  ['/sign-in/oidc/callback?code=secret&state=secret', '/sign-in/oidc/callback'],
  [`/${secret}`, '/…'],
  [`/invitation/${secret}/`, '/invitation/…/'],
  ['/person/anna@ragunda.example', '/person/…'],
  ['/person/anna%40ragunda.example', '/person/…'],
  ['/assets/BudgetGrid-D4k2_xQz9.js', '/assets/BudgetGrid-D4k2_xQz9.js'],
  ['http://anna:secret@andel.example/health', '/health'],
  [`/a#${secret}`, '/a'],
  ['', ''],
])('of %s the log tells %s', (target, told) => {
  expect(loggablePath(target)).toBe(told)
})

it('is never long', () => {
  expect(loggablePath('/a'.repeat(10_000)).length).toBeLessThanOrEqual(200)
  expect(loggablePath('/0123456789012345678'.repeat(10_000)).length).toBe(200)
})
