/** Recipes for analysts; what they say stands in `docs/recipes`. */
export const recipes = {
  title: 'Recept',
  lede: 'Arbetsgångar att följa steg för steg. Koden har redan den här installationens adress.',
  address: 'Din vys adress',
  addressText:
    'Klistra in adressen som den visades när vyn sparades, så fylls den i nedan. Den sparas inte.',
  noAddress: 'Det är inte adressen till en sparad vy: den har /views/ och token i sig.',
}
