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
  noAgreementText:
    'Begin with the agreement: it says who takes part and how the cost is shared. Then you can create the first budget.',
  noAgreementYet:
    'When the co-ordinator has added the agreement, it is shown here with budgets and shares.',
  noBudgetText: 'The agreement is there. Choose New budget to create the first one.',
  addAgreement: 'New agreement',
}
