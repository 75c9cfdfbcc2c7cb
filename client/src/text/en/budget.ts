import type { budget as sv } from '../sv/budget.ts'

export const budget: typeof sv = {
  title: 'Budget',
}
