/** Å, ä and ö last, whatever the language of the screen: names of municipalities are Swedish. */
export const swedishOrder = new Intl.Collator('sv-SE', { numeric: true }).compare
