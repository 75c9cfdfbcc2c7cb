import { registerEnumType } from 'type-graphql'

/** What somebody is to a joint service, or to the whole installation. */
export enum Role {
  ADMIN = 'ADMIN',
  COORDINATOR = 'COORDINATOR',
  FINANCE_OFFICER = 'FINANCE_OFFICER',
  ANALYST = 'ANALYST',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a grant makes of a person.',
  valuesConfig: {
    ADMIN: {
      description:
        'Looks after people, joint services, sign-in and backups of the whole installation. Sees no budgets.',
    },
    COORDINATOR: {
      description: 'Prepares the budgets, keys and agreements of a joint service.',
    },
    FINANCE_OFFICER: {
      description:
        'Looks after what is its municipality’s in a joint service: population figures, remarks, opened lines.',
    },
    ANALYST: { description: 'Reads everything of a joint service.' },
  },
})
