import { expect, it } from 'vitest'
import { yearOnYear } from './year-on-year.ts'

it('compares each year with the one before, to the öre', () => {
  const changes = yearOnYear([
    { year: 2024, total: '90071992547409.91' },
    { year: 2023, total: '0.01' },
    { year: 2021, total: '5.00' },
  ])
  expect([...changes]).toEqual([[2024, '90071992547409.90']])
})
