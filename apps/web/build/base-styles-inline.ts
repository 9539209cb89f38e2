import type { Plugin } from 'vite';

const LINK = /<link rel="stylesheet" crossorigin href="\/([^"]+)">/;

/** Puts the few styles of `base.css` into the page, so that its mark is shown as soon as the page came. */
export function baseStylesInline(): Plugin {
  return {
    name: 'base-styles-inline',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const [link = '', file = ''] = LINK.exec(html) ?? [];
        const styles = bundle?.[file];
        if (styles?.type !== 'asset') throw new Error('The page names no stylesheet of its own');
        return html.replace(link, () => `<style>${styles.source.toString().trim()}</style>`);
      },
    },
  };
}
