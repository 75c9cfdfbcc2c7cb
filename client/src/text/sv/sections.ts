/** Sections of lines: Personal, Lokaler … */
export const sections = {
  none: 'Utan avsnitt',
  lines: '{n} rad | {n} rader',
  hidden: '{n} dold rad | {n} dolda rader',
  sorted: 'Arket är sorterat. Ta bort sorteringen för att flytta rader.',
  typing: 'Tryck på F2 för att byta namn på avsnittet. Summorna räknas fram.',

  menu: {
    label: 'Avsnitt',
    put: 'Lägg i avsnitt …',
    rename: 'Byt namn på avsnittet …',
    foldAll: 'Fäll ihop alla',
    unfoldAll: 'Fäll ut alla',
  },

  put: {
    title: 'Lägg i avsnitt',
    one: 'Raden ”{name}”',
    many: '{n} rad | {n} rader',
    field: 'Avsnitt',
    hint: 'Välj ett avsnitt eller skriv ett nytt namn.',
    create: 'Nytt avsnitt: ”{name}”',
    confirm: 'Välj',
  },

  rename: {
    title: 'Byt namn på avsnittet',
    titleNone: 'Ge raderna utan avsnitt ett avsnitt',
    field: 'Namn',
    merges: 'Avsnittet ”{name}” finns redan. {lines} läggs sist i det.',
    dissolves: 'Utan namn hamnar raderna under ”Utan avsnitt”.',
    confirm: 'Byt namn',
    merge: 'Slå ihop',
    dissolve: 'Ta bort avsnittet',
  },

  spoken: {
    put: 'Nu i avsnittet {name}.',
    taken: 'Nu utan avsnitt.',
    renamed: 'Avsnittet heter nu {name}.',
    lineMoved: 'Raden är nu nummer {number}, i {section}.',
    sectionMoved: '{name} är nu avsnitt {number} av {n}.',
  },
}
