/** Distribution keys and how they are chosen. */
export const key = {
  title: 'Fördelningsnyckel',
}
