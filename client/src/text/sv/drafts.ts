/** What somebody has put in a sheet and not stored yet, and its review. */
export const drafts = {
  label: 'Ändringar som inte är sparade',
  none: 'Inga ändringar',
  changed: '{n} ändrad uppgift | {n} ändrade uppgifter',
  unreadable: '{n} går inte att läsa',
  overtaken: '{n} har ändrats av någon annan',
  onlyHere: 'Ändringarna finns bara i den här webbläsaren tills de är granskade och sparade.',
  review: 'Granska',
  undo: 'Ångra',
  redo: 'Gör om',
  nothing: 'ingen uppgift',
  cell: {
    changed: 'Ändrat men inte sparat. Sparat är: {present}.',
    overtaken: 'Någon annan har ändrat det här till {present} sedan du skrev. Granska och välj.',
  },
  hint: {
    unreadable: '{n} cell gick inte att läsa. | {n} celler gick inte att läsa.',
    kept: 'Cellen kan inte tömmas. | {n} celler kan inte tömmas.',
    skipped:
      '{n} cell går inte att skriva i och hoppades över. | {n} celler går inte att skriva i och hoppades över.',
    lostRows: '{n} rad fick inte plats. | {n} rader fick inte plats.',
    lostColumns: '{n} kolumn fick inte plats. | {n} kolumner fick inte plats.',
    arranged: 'Arket är sorterat eller filtrerat: ändringarna står i de rader som visas.',
  },
}
