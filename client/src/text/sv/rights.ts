/** What whoever looks may do, and what not. */
export const rights = {
  summary: {
    reads: 'Du kan läsa, kopiera och få siffrorna förklarade, men inte ändra dem.',
    figures:
      'Du kan ändra invånarantalet för {names}. Ingen rad är öppnad för er; resten ändrar samordnaren.',
    opened:
      'Du kan ändra de färgade cellerna: invånarantalet för {names} och siffrorna i den rad som är öppnad för er. | Du kan ändra de färgade cellerna: invånarantalet för {names} och siffrorna i de {n} rader som är öppnade för er.',
  },
  refused: {
    reads: 'Du kan läsa budgeten men inte ändra den.',
    coordinator: 'Bara samordnaren ändrar det här.',
    notOpened: 'Raden är inte öppnad för {names}.',
    figures: 'Du kan bara ändra invånarantalet för {names}.',
  },
  openFor: 'Öppen för {names}',

  opening: {
    tool: 'Öppna för kommuner …',
    title: 'Öppna för kommuner',
    description:
      'Ekonomerna i de kommuner du väljer kan ändra tjänster, månader, kostnad, belopp och anteckning. Resten ändrar bara du.',
    one: 'Raden ”{name}”',
    many: '{n} rad | {n} rader',
    some: '{n} av {all} rader',
    all: 'Alla',
    none: 'Ingen',
    confirm: 'Spara',
  },

  remark: {
    tool: 'Anteckning för {name} …',
    title: 'Anteckning för {name}',
    description:
      'Syns bara för er i {name}. Den hör inte till budgeten och följer inte med till Excel.',
    told: 'Anteckning för {name}: {text}',
    nothing: 'Ingen anteckning.',
    confirm: 'Spara',
    saved: 'Anteckningen är sparad.',
  },

  none: {
    title: 'Du har inte behörighet',
    fetch: 'Bara samordnare och ekonomer hämtar invånarantal.',
    intake: 'Bara samordnare läser in budgetar från filer.',
    agreement: 'Bara samordnare lägger upp nya avtal.',
    text: 'Det här är till för dem som arbetar med budgetar. Du kan läsa kommuner och invånarantal.',
  },
}
