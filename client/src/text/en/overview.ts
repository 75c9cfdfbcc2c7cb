import type { overview as sv } from '../sv/overview.ts'

export const overview: typeof sv = {
  title: 'Joint services',
  lede: 'What the municipalities run together: what it costs, and how the cost is shared.',
  runBy: 'Run by {body}',
  otherYears: 'Earlier budgets',
  noBudget: 'No budget yet',
  noBudgetText: 'Open the joint service: begin with the agreement, then create the first budget.',
  noBudgetYet: 'The co-ordinator adds the agreement and the first budget.',
  shares: 'The shares of the municipalities in {title}, largest first',
  empty: 'There is no joint service',
  emptyText:
    'An administrator sets up joint services under Administration and grants roles in them. Then they are shown here with their budgets.',
}
