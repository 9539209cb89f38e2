/** The operators that calculate. */
export type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod';
