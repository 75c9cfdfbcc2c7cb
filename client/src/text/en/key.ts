import type { key as sv } from '../sv/key.ts'

export const key: typeof sv = {
  title: 'Distribution key',
}
