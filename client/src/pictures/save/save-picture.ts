import { standaloneSvg, type Caption } from './standalone-svg.ts'

export type PictureFormat = 'svg' | 'png'

/**
 * Saves a picture as a file, as the browser saves what is downloaded.
 *
 * @param name - of the file, without its ending
 * @throws when the browser cannot draw it
 */
export async function savePicture(
  drawn: SVGSVGElement,
  caption: Caption,
  { name, format }: { readonly name: string; readonly format: PictureFormat },
): Promise<void> {
  const svg = standaloneSvg(drawn, caption)
  const text = new XMLSerializer().serializeToString(svg)
  const file =
    format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await rastered(text, svg)
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000) // some browsers read it later
}

/** Twice as many pixels each way, for print and sharp screens. */
const density = 2

async function rastered(text: string, svg: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = density * Number(svg.getAttribute('width'))
  canvas.height = density * Number(svg.getAttribute('height'))
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG'))), 'image/png')
  })
}
