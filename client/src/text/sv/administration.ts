/** The frame around what only an administrator sees. */
export const administration = {
  title: 'Administration',
  sections: 'Delar av administrationen',
  people: 'Personer',
  services: 'Samverkan',
  log: 'Revisionslogg',
  refused: 'Du har inte behörighet',
  refusedText:
    'Den här delen är till för administratörer. Be en administratör om hjälp, eller gå tillbaka till det du har behörighet till.',
}
