/** The sheet. */
export const budget = {
  title: 'Budget',
}
