import { expect, test } from 'vitest'
import { explainTotal } from './index.ts'

test('a total is explained by the shares it is the sum of', () => {
  const parts = [
    { description: 'Handläggare', share: 1_260_000 },
    { description: 'Bidrag', share: -10_000 },
  ]
  const sv = explainTotal('Ragunda', 1_250_000, parts, 'SEK', 'sv').replaceAll('\u00a0', ' ')
  expect(sv.split('\n')).toEqual([
    'Ragundas del av hela budgeten är 12 500,00 kr: summan av andelarna i 2 rader.',
    'Raden ”Handläggare”: 12 600,00 kr',
    'Raden ”Bidrag”: −100,00 kr',
  ])
  const en = explainTotal('Ragunda', 1_260_000, parts.slice(0, 1), 'SEK', 'en')
  expect(en).toContain('Ragunda')
})
