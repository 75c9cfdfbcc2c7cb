import type { overview as sv } from '../sv/overview.ts'

export const overview: typeof sv = {
  title: 'Joint services',
  lede: 'What the municipalities run together: what it costs, and how the cost is shared.',
  runBy: 'Run by {body}',
  otherYears: 'Earlier budgets',
  noBudget: 'No budget yet',
  noBudgetText:
    'Create the first one, or open the joint service to see agreements and participants.',
  shares: 'The shares of the municipalities in {title}, largest first',
  empty: 'There is no joint service',
  emptyText: 'Once a joint service has been set up, it is shown here with its budgets.',
}
