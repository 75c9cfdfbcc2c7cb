const longest = 60

/** A name in addresses, proposed from the name: å and ä become a, ö becomes o, anything else than a–z and digits a hyphen. */
export function proposeSlug(name: string): string {
  return name
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
}

/** Whether the server takes it. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= longest
}
