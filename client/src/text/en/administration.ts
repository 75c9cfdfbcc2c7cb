/** The frame around what only an administrator sees. */
export const administration = {
  title: 'Administration',
  sections: 'Parts of the administration',
  people: 'People',
  services: 'Joint services',
  log: 'Audit log',
  refused: 'This is not for you',
  refusedText:
    'This part is for administrators. Ask one for help, or go back to what you have been granted.',
}
