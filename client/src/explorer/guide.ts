/** What the guide beside the editor shows. */
export type Guide = 'examples' | 'docs' | 'history'

/** The part of the page that a narrow screen shows. */
export type Shown = 'guide' | 'question' | 'answer'
