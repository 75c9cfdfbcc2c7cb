import { createTheme } from 'ag-grid-community'

/** In pixels; the height of a sheet follows from them. */
export const headerHeight = 36
export const rowHeight = 32

/**
 * The sheet in the product's own ink and paper; light and dark follow the tokens by themselves. No theme of
 * AG Grid's underneath: a sheet has none of the buttons, tabs and icons that those bring.
 */
export const sheetTheme = createTheme().withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--ink)',
  textColor: 'var(--ink)',
  borderColor: 'var(--line)',
  borderRadius: 0,
  wrapperBorderRadius: 0,
  wrapperBorder: false,
  browserColorScheme: 'inherit',
  chromeBackgroundColor: 'var(--sunken)',
  fontFamily: 'inherit',
  fontSize: 13,
  dataFontSize: 13,
  headerFontSize: 12.5,
  headerFontWeight: 600,
  headerTextColor: 'var(--ink)',
  headerBackgroundColor: 'var(--sunken)',
  headerHeight,
  headerRowBorder: '1px solid var(--rule)',
  headerColumnBorder: false,
  headerColumnResizeHandleColor: 'var(--line)',
  headerColumnResizeHandleHeight: '50%',
  headerColumnResizeHandleWidth: 1,
  rowHeight,
  rowBorder: '1px solid var(--line)',
  rowHoverColor: 'var(--hover)',
  oddRowBackgroundColor: 'var(--surface)',
  columnBorder: '1px solid color-mix(in srgb, var(--line) 55%, transparent)',
  pinnedColumnBorder: '1px solid var(--line-strong)',
  pinnedRowBackgroundColor: 'var(--sunken)',
  pinnedRowBorder: '1px solid var(--rule)',
  pinnedRowFontWeight: 'inherit',
  pinnedRowTextColor: 'var(--ink)',
  cellHorizontalPadding: 8,
  cellEditingBorder: '2px solid var(--focus)',
  cellEditingShadow: 'none',
  rangeSelectionBorderColor: 'var(--focus)',
  rangeSelectionBorderStyle: 'solid',
  popupShadow: 'var(--shadow)',
  spacing: 6,
})
