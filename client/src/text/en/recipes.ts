/** Recipes for analysts; what they say stands in `docs/recipes`. */
export const recipes = {
  title: 'Recipes',
  lede: 'Ways of working, step by step. The code has the address of this installation already.',
  address: 'Address of your view',
  addressText:
    'Paste the address as it was shown when the view was saved, and it is filled in below. It is not kept.',
  noAddress: 'This is not the address of a saved view: that has /views/ and token in it.',
}
