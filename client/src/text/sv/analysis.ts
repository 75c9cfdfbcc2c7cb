/** The entry page for analysts. */
export const analysis = {
  title: 'Analys',
  lede: 'Samma siffror som på skärmen, för Excel, Power Query, pandas, R och egna program.',
  explorer: 'Utforska',
  explorerText:
    'Ställ frågor och se svaret som tabell eller JSON. Börja med ett dussin färdiga exempel.',
  views: 'Sparade vyer',
  viewsText: 'Ge en fråga ett namn och en adress, som Excel och Power Query hämtar om vid behov.',
  recipes: 'Recept',
  recipesText: 'Tio färdiga arbetsgångar: från curl och Excel till pandas och R.',
  address: 'API:ets adress',
  addressText:
    'GraphQL med POST eller GET. Samma adress svarar med JSON, CSV, Excel-fil eller NDJSON, efter vad Accept begär.',
}
