/** A vocabulary whose terms are used, under a short name. */
export interface Vocabulary {
  readonly namespace: string;
  readonly alias: string;
}

export const vocabularies: readonly Vocabulary[] = Object.freeze([
  { namespace: 'Org.OData.Core.V1', alias: 'Core' },
  { namespace: 'Org.OData.Capabilities.V1', alias: 'Capabilities' },
  { namespace: 'Org.OData.Aggregation.V1', alias: 'Aggregation' },
]);

/** Where a vocabulary is published. */
export function addressOf({ namespace }: Vocabulary, format: 'xml' | 'json'): string {
  return `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${namespace}.${format}`;
}
