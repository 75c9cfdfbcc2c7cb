/** A text that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
export function harmlessText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what it is about
  return /^[\s\u0000-\u001F]*[=+\-@]|^[\u0000-\u001F]/.test(text) ? `'${text}` : text
}

/** A cell of CSV, in quotes where they are needed. */
export function quotedCell(text: string, separator: string): string {
  const needed =
    text.includes(separator) || text.includes('"') || text.includes('\n') || text.includes('\r')
  return needed ? `"${text.replaceAll('"', '""')}"` : text
}
