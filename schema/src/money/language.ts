/** The languages of the product; they decide how numbers are read and written, too. */
export type Language = 'sv' | 'en'
