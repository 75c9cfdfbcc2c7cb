import { registerEnumType } from 'type-graphql'

const keys = {
  YEAR: { description: 'Fiscal year.' },
  JOINT_SERVICE: { description: 'Joint service of the budget.' },
  BUDGET: { description: 'Budget that the line is in.' },
  BUDGET_STATE: { description: 'How far the budget has come.' },
  SECTION: { description: 'Name of the section of the line, in whatever budget.' },
  KEY: { description: 'Name of the key, in whatever budget.' },
  MONEY_SOURCE: { description: 'Where the money comes from.' },
  KIND: { description: 'Cost or revenue.' },
}
const bearers = {
  MUNICIPALITY: { description: 'Who bears it.' },
  COUNTY: { description: 'The county of who bears it.' },
}
const figures = {
  COUNT: { description: 'How many are in the group.' },
  SUM: { description: 'Sum of the amounts.' },
  MIN: { description: 'The smallest amount.' },
  MAX: { description: 'The largest amount.' },
  AVERAGE: { description: 'The average amount.' },
}

export enum BudgetLineGroupField {
  YEAR = 'YEAR',
  JOINT_SERVICE = 'JOINT_SERVICE',
  BUDGET = 'BUDGET',
  BUDGET_STATE = 'BUDGET_STATE',
  SECTION = 'SECTION',
  KEY = 'KEY',
  MONEY_SOURCE = 'MONEY_SOURCE',
  KIND = 'KIND',
}

registerEnumType(BudgetLineGroupField, {
  name: 'BudgetLineGroupField',
  description: 'What lines can be grouped by.',
  valuesConfig: keys,
})

export enum CostShareGroupField {
  MUNICIPALITY = 'MUNICIPALITY',
  COUNTY = 'COUNTY',
  YEAR = 'YEAR',
  JOINT_SERVICE = 'JOINT_SERVICE',
  BUDGET = 'BUDGET',
  BUDGET_STATE = 'BUDGET_STATE',
  SECTION = 'SECTION',
  KEY = 'KEY',
  MONEY_SOURCE = 'MONEY_SOURCE',
  KIND = 'KIND',
}

registerEnumType(CostShareGroupField, {
  name: 'CostShareGroupField',
  description: 'What shares can be grouped by.',
  valuesConfig: { ...bearers, ...keys },
})

export enum BudgetLineGroupOrderField {
  YEAR = 'YEAR',
  JOINT_SERVICE = 'JOINT_SERVICE',
  BUDGET = 'BUDGET',
  BUDGET_STATE = 'BUDGET_STATE',
  SECTION = 'SECTION',
  KEY = 'KEY',
  MONEY_SOURCE = 'MONEY_SOURCE',
  KIND = 'KIND',
  COUNT = 'COUNT',
  SUM = 'SUM',
  MIN = 'MIN',
  MAX = 'MAX',
  AVERAGE = 'AVERAGE',
}

const orderedKeys = {
  ...keys,
  JOINT_SERVICE: { description: 'Name of the joint service, as Swedish orders it.' },
  BUDGET: { description: 'Joint service and year of the budget.' },
  BUDGET_STATE: { description: 'State: draft, open, locked.' },
  SECTION: { description: 'Name of the section, as Swedish orders it.' },
  KEY: { description: 'Name of the key, as Swedish orders it.' },
  ...figures,
}

registerEnumType(BudgetLineGroupOrderField, {
  name: 'BudgetLineGroupOrderField',
  description:
    'What groups of lines can be ordered by. What they are not grouped by orders nothing.',
  valuesConfig: orderedKeys,
})

export enum CostShareGroupOrderField {
  MUNICIPALITY = 'MUNICIPALITY',
  MUNICIPALITY_NAME = 'MUNICIPALITY_NAME',
  COUNTY = 'COUNTY',
  YEAR = 'YEAR',
  JOINT_SERVICE = 'JOINT_SERVICE',
  BUDGET = 'BUDGET',
  BUDGET_STATE = 'BUDGET_STATE',
  SECTION = 'SECTION',
  KEY = 'KEY',
  MONEY_SOURCE = 'MONEY_SOURCE',
  KIND = 'KIND',
  COUNT = 'COUNT',
  SUM = 'SUM',
  MIN = 'MIN',
  MAX = 'MAX',
  AVERAGE = 'AVERAGE',
  PER_INHABITANT = 'PER_INHABITANT',
}

registerEnumType(CostShareGroupOrderField, {
  name: 'CostShareGroupOrderField',
  description:
    'What groups of shares can be ordered by. What they are not grouped by orders nothing.',
  valuesConfig: {
    MUNICIPALITY: { description: 'Code of the municipality.' },
    MUNICIPALITY_NAME: { description: 'Name of the municipality, as Swedish orders it.' },
    COUNTY: { description: 'Code of the county.' },
    ...orderedKeys,
    PER_INHABITANT: {
      description: '`perInhabitant` of the default date; groups without one come last.',
    },
  },
})

/** Everything that can be grouped by. */
export type GroupField = keyof typeof CostShareGroupField
/** Everything that groups can be ordered by. */
export type GroupOrderField = keyof typeof CostShareGroupOrderField
