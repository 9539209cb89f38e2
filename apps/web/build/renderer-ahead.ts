import type { Plugin } from 'vite';

const RENDERER = /[\\/]react-dom[\\/]client\.js$/;

/** Has the browser fetch what renders the pages at once; the pages ask for it only while the server is asked who is there. */
export function rendererAhead(): Plugin {
  return {
    name: 'renderer-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).flatMap((file) => (file.type === 'chunk' ? [file] : []));
        const renderer = chunks.find(({ facadeModuleId }) => RENDERER.test(facadeModuleId ?? ''));
        if (!renderer) throw new Error('react-dom/client is no chunk of its own');
        return [renderer.fileName, ...renderer.imports]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head',
          }));
      },
    },
  };
}
