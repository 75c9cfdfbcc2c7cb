import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { Offline } from '../../api/index.ts'
import { isSlug, proposeSlug } from './propose-slug.ts'
import { complaintsAbout, complaintsFrom } from './service-form.ts'

const form = {
  name: 'Räddningstjänst',
  slug: 'raddningstjanst',
  body: 'Direktionen',
  description: '',
}

it.each([
  ['Familjehemscentrum', 'familjehemscentrum'],
  ['Räddningstjänst Åre & Östersund', 'raddningstjanst-are-ostersund'],
  ['  IT-drift, 24/7 – é ', 'it-drift-24-7-e'],
  ['“”', ''],
])('proposes an address for %o: %o', (name, slug) => {
  expect(proposeSlug(name)).toBe(slug)
})

it('proposes nothing that is refused, however long the name', () => {
  const slug = proposeSlug(`${'a'.repeat(59)} b`)
  expect(isSlug(slug)).toBe(true)
  expect(slug).toHaveLength(59)
})

describe('what is wrong with a joint service', () => {
  it('is nothing when it can be sent', () => {
    expect(complaintsAbout(form)).toEqual({})
  })

  it('stands at its field', () => {
    const wrong = { name: ' ', slug: 'Rädd', body: 'a'.repeat(201), description: '' }
    expect(complaintsAbout(wrong)).toEqual({
      name: ['services.no.name'],
      slug: ['services.badSlug'],
      body: ['services.tooLong', { most: 200 }],
    })
  })

  it('is what the server says, at its field when it has one', () => {
    const about = (failure: Fault | Offline) => complaintsFrom(failure, form)
    expect(about(new Fault('ALREADY_EXISTS', { slug: 'x' }))).toHaveProperty('slug')
    expect(about(new Fault('BAD_TEXT', { field: 'body' }))).toHaveProperty('body')
    expect(about(new Fault('FORBIDDEN'))).toEqual({})
    expect(about(new Offline())).toEqual({})
  })
})
