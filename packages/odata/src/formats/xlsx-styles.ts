/** Formats of cells, in the order in which the style sheet has them. */
export const STYLES = ['plain', 'dateTime', 'date', 'time', 'duration', 'head', 'quoted'] as const;
export type StyleName = (typeof STYLES)[number];

/** Attributes of each; 21 and 46 are built in (ECMA-376-1, 18.8.30), `quotePrefix` keeps a text a text when it is edited. */
const formats: Readonly<Record<StyleName, string>> = {
  plain: 'numFmtId="0" fontId="0"',
  dateTime: 'numFmtId="164" fontId="0" applyNumberFormat="1"',
  date: 'numFmtId="165" fontId="0" applyNumberFormat="1"',
  time: 'numFmtId="21" fontId="0" applyNumberFormat="1"',
  duration: 'numFmtId="46" fontId="0" applyNumberFormat="1"',
  head: 'numFmtId="0" fontId="1" applyFont="1"',
  quoted: 'numFmtId="0" fontId="0" quotePrefix="1"',
};

const xfs = STYLES.map((name) => `<xf ${formats[name]} fillId="0" borderId="0" xfId="0"/>`).join('');
const font = '<sz val="11"/><name val="Calibri"/>';

export const styleSheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${STYLES.length}">${xfs}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
