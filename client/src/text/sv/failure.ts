/** What a request that failed otherwise than by a refusal means. */
export const failure = {
  offline: 'Servern svarar inte. Kontrollera anslutningen och försök igen.',
  incident: 'Något gick fel i servern. Ange felnummer {incident} om du ber om hjälp.',
  unknown: 'Något gick fel. Försök igen, och säg till om felet består.',
}
