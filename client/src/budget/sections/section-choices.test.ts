import { sectionsOf } from '@andel/schema/budget'
import { describe, expect, it } from 'vitest'
import { sectionChoices, sectionName, sectionNamed } from './section-choices.ts'

const sections = sectionsOf([
  { id: '1', section: 'Personal' },
  { id: '2', section: '' },
  { id: '3', section: 'Lokaler' },
  { id: '4', section: 'Lokaler' },
])
const names = (typed: string) => sectionChoices(sections, typed).map(({ name }) => name)

describe('the sections to choose from', () => {
  it('are all of them, and none', () => {
    expect(sectionChoices(sections, ' ')).toEqual([
      { name: 'Personal', lines: 1 },
      { name: 'Lokaler', lines: 2 },
      { name: '', lines: 1 },
    ])
  })

  it('are those with what is typed, and the one that it would make', () => {
    expect(names('L')).toEqual(['Personal', 'Lokaler', 'L'])
    expect(names('lok')).toEqual(['Lokaler', 'lok'])
    expect(names('  Övrig   drift ')).toEqual(['Övrig drift'])
  })

  it('make no second one of the same name', () => {
    expect(names('LOKALER')).toEqual(['Lokaler'])
    expect(sectionNamed(sections, 'personal')?.name).toBe('Personal')
    expect(sectionNamed(sections, 'Person')).toBeUndefined()
  })

  it('are none before the first name', () => {
    const lines = [{ id: '1', section: '' }]
    expect(sectionChoices(sectionsOf(lines), '')).toEqual([])
    expect(sectionChoices(sectionsOf(lines), 'A')).toEqual([{ name: 'A', lines: 0 }])
  })
})

it('a name is kept without needless blanks', () => {
  expect(sectionName(' Övrig \n drift ')).toBe('Övrig drift')
})
