import { describe, expect, it, test } from 'vitest'
import { completed, fitting, namedIn, piecesOf, queryAt } from './mentions.ts'

const asa = { id: '1', name: 'Åsa Öberg' }
const anna = { id: '2', name: 'Anna Ek' }
const eklund = { id: '3', name: 'Anna Eklund' }
const people = [asa, anna, eklund]

describe('names in a text', () => {
  it('are found where they are whole, each once', () => {
    expect(namedIn('@Åsa Öberg och @Anna Eklund, @Åsa Öberg?', people)).toEqual([asa, eklund])
    expect(namedIn('@Anna Ek.', people)).toEqual([anna])
    expect(namedIn('Anna Ek, @Anna Ekström', people)).toEqual([])
  })

  it('leave the rest of it as it is', () => {
    expect(piecesOf('Hej @Anna Ek!\n<b>', people)).toEqual([
      { text: 'Hej ' },
      { text: '@Anna Ek', person: anna },
      { text: '!\n<b>' },
    ])
  })
})

describe('a name that is being written', () => {
  test.each([
    ['@', 0, ''],
    ['Hej @ås', 4, 'ås'],
    ['(@Anna E', 1, 'Anna E'],
  ])('%s', (text, start, typed) => {
    expect(queryAt(text, text.length)).toEqual({ start, typed })
  })

  it.each(['namn@kommun.se', 'Hej', 'Hej @\n'])('is none in %j', (text) => {
    expect(queryAt(text, text.length)).toBeUndefined()
  })

  it('fits those whose name or a part of it begins so', () => {
    expect(fitting('', people)).toEqual(people)
    expect(fitting('ö', people)).toEqual([asa])
    expect(fitting('o', people)).toEqual([])
    expect(fitting('A\u030a', people)).toEqual([asa]) // as a Mac may write it
    expect(fitting('anna ekl', people)).toEqual([eklund])
    expect(fitting('Anna Ek ', people)).toEqual([])
  })

  it('is completed, and the caret stands after it', () => {
    const text = 'Hej @ö, ser du?'
    const query = queryAt(text, 6)!
    const done = completed(text, query, asa)
    expect(done).toEqual({ text: 'Hej @Åsa Öberg , ser du?', caret: 15 })
  })
})
