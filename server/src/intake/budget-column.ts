import { registerEnumType } from 'type-graphql'

/** What a column of a budget from outside holds. */
export enum BudgetColumn {
  DESCRIPTION = 'DESCRIPTION',
  SECTION = 'SECTION',
  KIND = 'KIND',
  WORKLOAD = 'WORKLOAD',
  MONTHS = 'MONTHS',
  MONTHLY_COST = 'MONTHLY_COST',
  AMOUNT = 'AMOUNT',
  MONEY_SOURCE = 'MONEY_SOURCE',
  NOTE = 'NOTE',
  DECISION = 'DECISION',
}

registerEnumType(BudgetColumn, {
  name: 'BudgetColumn',
  description: 'What a column of a budget from outside holds.',
  valuesConfig: {
    DESCRIPTION: { description: 'What a line is for.' },
    SECTION: { description: 'Name of the section that a line stands in.' },
    KIND: { description: 'Cost or revenue, as a word.' },
    WORKLOAD: { description: 'Number of posts: 1 or 100 % is full time.' },
    MONTHS: { description: 'Months of the year.' },
    MONTHLY_COST: { description: 'Cost of one post in one month, kronor.' },
    AMOUNT: { description: 'Amount in kronor; a negative one is a revenue.' },
    MONEY_SOURCE: { description: 'New money or within the frame, as words.' },
    NOTE: { description: 'What one should know about it.' },
    DECISION: { description: 'Decision that a line rests on.' },
  },
})
