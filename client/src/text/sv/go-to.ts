/** Going to a cell by its name or its address. */
export const goTo = {
  title: 'Gå till',
  label: 'Radnummer och kolumn eller kommun',
  hint: 'Till exempel 5 Ragunda, summa Åre, 3 eller belopp. Början av namnet räcker.',
  go: 'Gå dit',
  empty: 'Skriv en rad, en kolumn eller båda.',
  noLine: 'Det finns ingen rad {number}.',
  nothing: 'Ingen kolumn heter ”{text}”.',
  several: 'Flera kolumner börjar på ”{text}”. Skriv mer av namnet.',
  notShown: 'Cellen visas inte nu: den är bortfiltrerad, eller så är kolumnen dold.',
  gone: 'Raden som länken leder till finns inte längre.',
}
