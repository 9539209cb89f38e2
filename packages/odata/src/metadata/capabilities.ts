import { MEDIA_TYPES } from '../formats/media-types.ts';
import { bounds } from '../http/bounds.ts';
import type { EntitySet } from '../model/model.ts';
import { type Annotations, description, record } from './annotation.ts';
import { FILTER_FUNCTIONS } from './filter-functions.ts';

/** What `$apply` may use (OData Data Aggregation 4.0). */
const TRANSFORMATIONS = Object.freeze([
  'aggregate',
  'groupby',
  'concat',
  'identity',
  'filter',
  'search',
  'compute',
  'bottomcount',
  'bottomsum',
  'bottompercent',
  'topcount',
  'topsum',
  'toppercent',
  'orderby',
  'top',
  'skip',
]);

const applySupported = {
  Transformations: TRANSFORMATIONS,
  Rollup: { kind: 'enum', type: 'Aggregation.RollupType', member: 'SingleHierarchy' },
  From: true,
} as const;

/** What the service as a whole can and can't do: it reads. */
export function containerAnnotations(): Annotations {
  return {
    'Core.ODataVersions': '4.0 4.01',
    'Capabilities.SupportedFormats': [
      'application/json;odata.metadata=minimal',
      'application/json;odata.metadata=full',
      'application/json;odata.metadata=none',
      MEDIA_TYPES.csv,
      MEDIA_TYPES.xlsx,
    ],
    'Capabilities.SupportedMetadataFormats': ['application/xml', 'application/json'],
    'Capabilities.AsynchronousRequestsSupported': false,
    'Capabilities.CrossJoinSupported': false,
    'Capabilities.KeyAsSegmentSupported': false,
    'Capabilities.QuerySegmentSupported': true,
    'Capabilities.BatchSupported': true,
    'Capabilities.BatchContinueOnErrorSupported': true,
    'Capabilities.BatchSupport': record({
      Supported: true,
      ContinueOnErrorSupported: true,
      ReferencesInRequestBodiesSupported: false,
      ReferencesAcrossChangeSetsSupported: false,
      EtagReferencesSupported: false,
      RequestDependencyConditionsSupported: false,
      SupportedFormats: ['multipart/mixed', 'application/json'],
    }),
    'Capabilities.FilterFunctions': FILTER_FUNCTIONS,
    'Aggregation.ApplySupportedDefaults': record(applySupported),
  };
}

/** What can be asked of one set, and that it is not written. */
export function setAnnotations<Context>(set: EntitySet<Context>): Annotations {
  return {
    ...description(set.description),
    'Capabilities.InsertRestrictions': record({ Insertable: false }),
    'Capabilities.UpdateRestrictions': record({ Updatable: false }),
    'Capabilities.DeleteRestrictions': record({ Deletable: false }),
    'Capabilities.TopSupported': true,
    'Capabilities.SkipSupported': true,
    'Capabilities.ComputeSupported': true,
    'Capabilities.IndexableByKey': true,
    'Capabilities.SelectSupport': record({ Supported: true, Expandable: true }),
    'Capabilities.CountRestrictions': record({ Countable: true }),
    'Capabilities.FilterRestrictions': record({ Filterable: true }),
    'Capabilities.SortRestrictions': record({ Sortable: true }),
    'Capabilities.ExpandRestrictions': record({ Expandable: true, MaxLevels: bounds.expandLevels }),
    'Capabilities.SearchRestrictions': record({ Searchable: set.search !== null }),
    'Capabilities.FilterFunctions': FILTER_FUNCTIONS,
    'Aggregation.ApplySupported': record({ ...applySupported, PropertyRestrictions: false }),
  };
}
