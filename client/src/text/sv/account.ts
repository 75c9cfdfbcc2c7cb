/** Who is signed in, on every page. */
export const account = {
  menu: 'Konto: {name}',
  mine: 'Mitt konto',
  administration: 'Administration',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  noGrants: 'ingen behörighet',
  roles: {
    ADMIN: 'administratör',
    COORDINATOR: 'samordnare',
    FINANCE_OFFICER: 'ekonom',
    ANALYST: 'analytiker',
  },
  roleOf: '{role} för {place}',
  demo: 'Det här är demon.',
  demoAs: 'Du är {roles}.',
  demoWay: 'Fler roller finns där Andel startades.',
}
