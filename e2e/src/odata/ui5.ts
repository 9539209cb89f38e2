/** What is used of OpenUI5's OData V4 model (openui5.org, API reference: sap.ui.model.odata.v4). */
export interface Ui5 {
  readonly model: Model;
  readonly Filter: new (...criteria: readonly unknown[]) => Filter;
  readonly Sorter: new (path: string, descending?: boolean) => Sorter;
}

interface Model {
  bindList(
    path: string,
    context?: undefined,
    sorters?: readonly Sorter[],
    filters?: readonly Filter[],
    parameters?: Readonly<Record<string, unknown>>,
  ): ListBinding;
  bindContext(
    path: string,
    context?: undefined,
    parameters?: Readonly<Record<string, unknown>>,
  ): ContextBinding;
  getMetaModel(): { requestObject(path: string): Promise<unknown> };
}

interface ListBinding {
  requestContexts(start: number, length: number): Promise<readonly Context[]>;
  getCount(): number | undefined;
  getHeaderContext(): Context;
}

interface ContextBinding {
  requestObject(path?: string): Promise<unknown>;
}

interface Context {
  getObject(): unknown;
  getPath(): string;
  requestProperty(path: string): Promise<unknown>;
}

type Filter = { readonly _filter: never };
type Sorter = { readonly _sorter: never };

/** `sap` of a page that has the loader of OpenUI5. */
export interface Ui5Globals {
  readonly sap: {
    readonly ui: {
      require(
        names: readonly string[],
        then: (...modules: readonly unknown[]) => void,
        fail: (error: Error) => void,
      ): void;
    };
  };
}
