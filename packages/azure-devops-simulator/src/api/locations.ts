/** One row of what `OPTIONS _apis/{Area}` answers: where a resource is and in which versions. */
export type ResourceLocation = {
  readonly id: string;
  readonly area: string;
  readonly resourceName: string;
  readonly routeTemplate: string;
  readonly resourceVersion: number;
  readonly minVersion: string;
  readonly maxVersion: string;
  readonly releasedVersion: string;
};

type Row = readonly [id: string, resourceName: string, routeTemplate: string, resourceVersion: number];

const projectRoute = '{project}/_apis/{area}/{resource}';

const rows: Readonly<Record<string, readonly Row[]>> = {
  Location: [
    ['e81700f7-3be2-46de-8624-2eb35882fcaa', 'ResourceAreas', '_apis/{resource}/{areaId}', 1],
    ['00d9565f-ed9c-4a06-9a50-00e7896ccab4', 'ConnectionData', '_apis/{resource}', 1],
  ],
  core: [
    ['603fe2ac-9723-48b9-88ad-09305aa6c6e1', 'projects', '_apis/{resource}/{*projectId}', 4],
    ['d30a3dd1-f8ba-442a-b86a-bd0c0c383e59', 'teams', '_apis/projects/{projectId}/{resource}/{*teamId}', 3],
    [
      '294c494c-2600-4d7e-b76c-3dd50c3c95be',
      'members',
      '_apis/projects/{projectId}/teams/{teamId}/{resource}',
      2,
    ],
  ],
  wit: [
    ['72c7ddf8-2cdc-4f60-90cd-ab71c14a399b', 'workItems', `${projectRoute}/{id}`, 3],
    ['62d3d110-0047-428c-ad3c-4fe872c91c74', 'workItems', `${projectRoute}/\${type}`, 3],
    ['908509b6-4248-4475-a1cd-829139ba419f', 'workItemsBatch', projectRoute, 1],
    [
      'a00c85a5-80fa-4565-99c3-bcd2181434bb',
      'revisions',
      '{project}/_apis/{area}/workItems/{id}/{resource}/{revisionNumber}',
      3,
    ],
    ['b70d8d39-926c-465e-b927-b1bf0e5ca0e0', 'recycleBin', `${projectRoute}/{id}`, 2],
    ['1a9c53f7-f243-4447-b110-35ef023636e4', 'wiql', '{project}/{team}/_apis/{area}/{resource}', 2],
    [
      'f828fe59-dd87-495d-a17c-7a8d6211ca6c',
      'workItemRevisions',
      '{project}/_apis/{area}/reporting/{resource}',
      2,
    ],
    [
      'b5b5b6d0-0308-40a1-b3f4-b9bb3c66878f',
      'workItemLinks',
      '{project}/_apis/{area}/reporting/{resource}',
      3,
    ],
    ['7c8d7a76-4a09-43e8-b5df-bd792f4ac6aa', 'workItemTypes', `${projectRoute}/{type}`, 2],
    [
      '7c9d7a76-4a09-43e8-b5df-bd792f4ac6aa',
      'states',
      '{project}/_apis/{area}/workItemTypes/{type}/{resource}',
      1,
    ],
    [
      '5a172953-1b41-49d3-840a-33f79c3ce89f',
      'classificationNodes',
      `${projectRoute}/{structureGroup}/{*path}`,
      2,
    ],
    ['a70579d1-f53a-48ee-a5be-7be8659023b9', 'classificationNodes', projectRoute, 2],
  ],
};

/** The resource locations of an area, named in any letter case; none for an area that is not simulated. */
export function locationsOf(area: string): ResourceLocation[] {
  const name = Object.keys(rows).find((known) => known.toLowerCase() === area.toLowerCase());
  return (rows[name ?? ''] ?? []).map(([id, resourceName, routeTemplate, resourceVersion]) => ({
    id,
    area: name ?? area,
    resourceName,
    routeTemplate,
    resourceVersion,
    minVersion: '1.0',
    maxVersion: '7.2',
    releasedVersion: '7.1',
  }));
}

/** The resource areas, all at the one address of the collection. */
export function resourceAreas(collectionUrl: string): { id: string; name: string; locationUrl: string }[] {
  const areas = [
    ['79134c72-4a58-4b42-976c-04e7115f32bf', 'core'],
    ['5264459e-e5e0-4bd8-b118-0985e68a4ec5', 'wit'],
    ['bb1e7ec9-e901-4b68-999a-de7012b920f8', 'Graph'],
    ['fc3682be-3d6c-427a-87c8-e527b16a1d05', 'Location'],
  ] as const;
  return areas.map(([id, name]) => ({ id, name, locationUrl: `${collectionUrl}/` }));
}
