import type { jointService as sv } from '../sv/joint-service.ts'

export const jointService: typeof sv = {
  notFound: 'There is no such joint service',
  notFoundText: 'No joint service has the address {slug}.',
  budgets: 'Budgets',
  change: 'Change from the year before, kr',
  participants: 'Participants and shares {year}',
  participation: 'Takes part',
  share: 'Share',
  bears: 'Cost {year}, kr',
  sum: 'Sum',
  difference: 'Rounding difference',
  agreements: 'Agreements',
  noAgreement: 'No agreement has been recorded',
}
