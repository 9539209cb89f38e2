import { fileURLToPath } from 'node:url';
import type { Browser, JSHandle, Page } from 'playwright-core';
import { openPage } from '../browser.ts';
import type { Ui5, Ui5Globals } from './ui5.ts';

const sources = fileURLToPath(new URL('./src/', import.meta.resolve('@openui5/sap.ui.core/package.json')));
const PAGE =
  '<!doctype html><script src="ui5loader.js"></script><script src="ui5loader-autoconfig.js"></script>';

export interface Ui5Page {
  readonly page: Page;
  readonly ui5: JSHandle<Ui5>;
  /** What was asked of the service: one item for each request, or for each part of a batch, decoded. */
  readonly asked: string[];
}

/** Opens a page with an OData model of OpenUI5 on a service; OpenUI5 comes from its npm package, beside the service. */
export async function openUi5Page(
  browser: Browser,
  serviceUrl: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<Ui5Page> {
  const page = await openPage(browser);
  const asked: string[] = [];
  const base = new URL('/ui5-sources/', serviceUrl);
  await page.route(`${base.href}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(base.pathname.length);
    await (path === ''
      ? route.fulfill({ contentType: 'text/html', body: PAGE })
      : route.fulfill({ path: sources + path }));
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base.href))
      asked.push(...partsOf(request.url(), serviceUrl, request.postData()));
  });
  await page.goto(base.href);
  const ui5 = await page.evaluateHandle(loadUi5, { serviceUrl, ...parameters });
  return { page, ui5, asked };
}

/** Runs in the page. */
async function loadUi5(parameters: Readonly<Record<string, unknown>>): Promise<Ui5> {
  const { sap } = globalThis as unknown as Ui5Globals;
  const names = ['sap/ui/model/odata/v4/ODataModel', 'sap/ui/model/Filter', 'sap/ui/model/Sorter'];
  type Loaded = [new (parameters: unknown) => Ui5['model'], Ui5['Filter'], Ui5['Sorter']];
  const [Model, Filter, Sorter] = await new Promise<Loaded>((resolve, reject) => {
    sap.ui.require(names, (...modules) => resolve(modules as unknown as Loaded), reject);
  });
  return { model: new Model({ operationMode: 'Server', ...parameters }), Filter, Sorter };
}

function partsOf(url: string, serviceUrl: string, body: string | null): string[] {
  const path = decodeURIComponent(url.slice(serviceUrl.length));
  if (body === null) return [path];
  const parts = [...body.matchAll(/^GET (\S+) HTTP/gm)].map(([, part = '']) => decodeURIComponent(part));
  return [`${path}: ${parts.length}`, ...parts];
}
