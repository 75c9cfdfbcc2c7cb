/** Something that is passed through, in one of the layers from left to right. */
export interface FlowNode {
  readonly id: string
  readonly layer: number
}

/** So much goes from one node to one of the next layer. */
export interface FlowBand {
  readonly from: string
  readonly to: string
  /** Whole öre > 0. */
  readonly size: number
}

interface Frame {
  /** Left edge of the nodes of each layer. */
  readonly layers: readonly number[]
  readonly nodeWidth: number
  readonly top: number
  /** Pixels for each öre. */
  readonly scale: number
  /** The least distance between the middles of two nodes, for their labels, and between the nodes themselves. */
  readonly labelRoom: number
  readonly gap: number
}

export interface PlacedNode extends FlowNode {
  readonly x: number
  readonly y: number
  readonly height: number
  /** What comes in or goes out of it, whichever is more, in öre. */
  readonly size: number
}

export interface PlacedBand extends FlowBand {
  /** The outline of the band. */
  readonly path: string
}

/**
 * Where the nodes and bands of a flow lie, in pixels: every node and band is as thick as what goes through it, and
 * keeps the order in which it was given. Layers are centred beside the highest.
 */
export function drawFlow(nodes: readonly FlowNode[], bands: readonly FlowBand[], frame: Frame) {
  const sizes = new Map(nodes.map(({ id }) => [id, nodeSize(id, bands)]))
  const heightOf = (id: string): number => Math.max(1, sizes.get(id)! * frame.scale)
  const layers = frame.layers.map((_, layer) => nodes.filter((node) => node.layer === layer))
  const heights = layers.map((layer) =>
    layer.reduce((sum, { id }) => sum + slot(heightOf(id), frame) + frame.gap, -frame.gap),
  )
  const height = Math.max(...heights, 0)
  const placed = layers.flatMap((layer, index) =>
    placeLayer(
      layer.map(({ id }) => ({
        id,
        layer: index,
        x: frame.layers[index]!,
        height: heightOf(id),
        size: sizes.get(id)!,
      })),
      frame,
      height,
    ),
  )
  return { nodes: placed, bands: placeBands(bands, placed, frame), height }
}

/**
 * How many pixels an öre may take, so that the highest layer is `height` high with its gaps.
 *
 * @param counts - the number of nodes in each layer
 */
export function flowScale(total: number, counts: readonly number[], gap: number, height: number) {
  const gaps = (Math.max(...counts, 1) - 1) * gap
  return Math.max(height - gaps, height / 3) / Math.max(total, 1)
}

function nodeSize(id: string, bands: readonly FlowBand[]): number {
  let [into, out] = [0, 0]
  for (const { from, to, size } of bands) {
    if (to === id) into += size
    if (from === id) out += size
  }
  return Math.max(into, out)
}

/** The height that a node needs with its label. */
function slot(height: number, { labelRoom, gap }: Frame): number {
  return Math.max(height, labelRoom - gap)
}

function placeLayer(
  layer: readonly Omit<PlacedNode, 'y'>[],
  frame: Frame,
  height: number,
): PlacedNode[] {
  const { top, gap } = frame
  const filled = layer.reduce((sum, node) => sum + slot(node.height, frame), 0)
  const between = layer.length > 1 ? Math.min((height - filled) / (layer.length - 1), 4 * gap) : 0
  let y = top + (height - filled - between * (layer.length - 1)) / 2
  return layer.map((node) => {
    const room = slot(node.height, frame)
    const at = y + (room - node.height) / 2
    y += room + between
    return { ...node, y: at }
  })
}

function placeBands(
  bands: readonly FlowBand[],
  nodes: readonly PlacedNode[],
  { scale, nodeWidth }: Frame,
): PlacedBand[] {
  const order = new Map(nodes.map(({ id }, index) => [id, index]))
  const node = (id: string): PlacedNode => nodes[order.get(id)!]!
  const starts = new Map(nodes.map(({ id, y }) => [id, y]))
  const ends = new Map(starts)
  return bands
    .toSorted(
      (a, b) => order.get(a.from)! - order.get(b.from)! || order.get(a.to)! - order.get(b.to)!,
    )
    .map((band) => {
      const thick = Math.max(band.size * scale, 0.5)
      const [y1, y2] = [starts.get(band.from)!, ends.get(band.to)!]
      starts.set(band.from, y1 + band.size * scale)
      ends.set(band.to, y2 + band.size * scale)
      return {
        ...band,
        path: ribbon([node(band.from).x + nodeWidth, y1], [node(band.to).x, y2], thick),
      }
    })
}

function ribbon(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  thick: number,
): string {
  const n = (value: number): string => String(Math.round(value * 100) / 100)
  const middle = n((x1 + x2) / 2)
  return (
    `M${n(x1)} ${n(y1)}C${middle} ${n(y1)} ${middle} ${n(y2)} ${n(x2)} ${n(y2)}` +
    `V${n(y2 + thick)}C${middle} ${n(y2 + thick)} ${middle} ${n(y1 + thick)} ${n(x1)} ${n(y1 + thick)}Z`
  )
}
