/** The entry page for analysts. */
export const analysis = {
  title: 'Analysis',
  lede: 'The same figures as on screen, for Excel, Power Query, pandas, R and programs of your own.',
  explorer: 'Explore',
  explorerText: 'Ask, and see the answer as a table or as JSON. Begin with a dozen ready examples.',
  views: 'Saved views',
  viewsText: 'Give a query a name and an address, which Excel and Power Query fetch when needed.',
  recipes: 'Recipes',
  recipesText: 'Ten ways of working, ready made: from curl and Excel to pandas and R.',
  address: 'Address of the API',
  addressText:
    'GraphQL with POST or GET. The same address answers with JSON, CSV, an Excel file or NDJSON, as Accept asks.',
}
