import { Type } from 'typebox';
import { call, FileAnswer } from '../call.ts';
import { Guid } from '../schemas/common.ts';
import { PersonExport } from '../schemas/privacy.ts';

export const exportMe = call({
  id: 'exportMe',
  area: 'rest',
  method: 'GET',
  path: '/me/export',
  summary: 'Everything that is kept about the caller, as one document to download.',
  answer: PersonExport,
});

export const exportUser = call({
  id: 'exportUser',
  area: 'rest',
  method: 'GET',
  path: '/users/:id/export',
  summary: 'Everything that is kept about one person, as one document to download.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  answer: PersonExport,
});

export const eraseUser = call({
  id: 'eraseUser',
  area: 'rest',
  method: 'POST',
  path: '/users/:id/erase',
  summary: 'Erases a person for good: the time stays, the name goes.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  body: Type.Object({ confirm: Guid }),
  answer: Type.Object({ id: Guid, uniqueName: Type.String(), erased: Type.String() }),
});

export const exportOrganization = call({
  id: 'exportOrganization',
  area: 'rest',
  method: 'GET',
  path: '/organization/export',
  summary: 'Everything of the organization but its credentials, as a compressed file for `stint import`.',
  access: 'administrator',
  duringMaintenance: true,
  answer: FileAnswer,
  file: 'application/gzip',
});
