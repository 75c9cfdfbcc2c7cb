import { expect, it } from 'vitest'
import { orderKey, searchedText } from './order-key.ts'

const words = [
  '',
  '10 tjänster',
  'Arvika',
  'avgift',
  'é',
  'Evenemang',
  'IT',
  'Resor',
  'Zon',
  'åka',
  'Ånge',
  'Älvdalen',
  'ärenden',
  'öl',
  'Östersund',
]

it('orders words as Swedish does, whatever the database thinks of letters', () => {
  const shuffled = words.toReversed()
  const byKey = shuffled.toSorted((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1))
  expect(byKey).toEqual(shuffled.toSorted(new Intl.Collator('sv').compare))
  for (const word of words) expect(orderKey(word)).toMatch(/^[0-9a-f]*$/)
})

it('takes no notice of case, nor of how a letter is put together', () => {
  expect(orderKey('ÅRE')).toBe(orderKey('A\u030Are'))
  expect(searchedText('Öppna', '', 'DATA')).toBe('öppna\ndata')
})

it('is of a bounded length', () => {
  expect(orderKey('å'.repeat(5000)).length).toBeLessThan(400)
})
