import { Type } from 'typebox';
import { call } from '../call.ts';
import { Guid } from '../schemas/common.ts';
import {
  OperationState,
  OwnAndEffectiveSettings,
  PersonSettingsChange,
  SettingsChange,
  ShownSettings,
} from '../schemas/settings.ts';

export const getSettings = call({
  id: 'getSettings',
  area: 'rest',
  method: 'GET',
  path: '/settings',
  summary: 'The rules of the organization; their version is the ETag.',
  duringMaintenance: true,
  answer: ShownSettings,
});

export const changeSettings = call({
  id: 'changeSettings',
  area: 'rest',
  method: 'PATCH',
  path: '/settings',
  aliases: [{ method: 'PUT', path: '/settings' }],
  summary: 'Changes the settings that are named; null switches a rule off, unknown settings are refused.',
  access: 'administrator',
  duringMaintenance: true,
  body: SettingsChange,
  bodyCheck: 'byFeature',
  answer: ShownSettings,
});

export const getOwnSettings = call({
  id: 'getOwnSettings',
  area: 'rest',
  method: 'GET',
  path: '/me/settings',
  summary: 'What the caller chose, and what holds for them; the version is the ETag.',
  answer: OwnAndEffectiveSettings,
});

export const changeOwnSettings = call({
  id: 'changeOwnSettings',
  area: 'rest',
  method: 'PATCH',
  path: '/me/settings',
  aliases: [{ method: 'PUT', path: '/me/settings' }],
  summary: 'Changes the caller’s settings that are named; null means as the organization has it.',
  body: PersonSettingsChange,
  bodyCheck: 'byFeature',
  answer: OwnAndEffectiveSettings,
});

export const getUserSettings = call({
  id: 'getUserSettings',
  area: 'rest',
  method: 'GET',
  path: '/users/:id/settings',
  summary: 'What somebody chose, and what holds for them; the version is the ETag.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  answer: OwnAndEffectiveSettings,
});

export const changeUserSettings = call({
  id: 'changeUserSettings',
  area: 'rest',
  method: 'PATCH',
  path: '/users/:id/settings',
  aliases: [{ method: 'PUT', path: '/users/:id/settings' }],
  summary: 'Changes somebody’s settings that are named; null means as the organization has it.',
  access: 'administrator',
  params: Type.Object({ id: Guid }),
  body: PersonSettingsChange,
  bodyCheck: 'byFeature',
  answer: OwnAndEffectiveSettings,
});

export const getMaintenance = call({
  id: 'getMaintenance',
  area: 'rest',
  method: 'GET',
  path: '/maintenance',
  summary: 'Whether the organization is in maintenance or read-only.',
  access: 'administrator',
  duringMaintenance: true,
  answer: OperationState,
});

export const setMaintenance = call({
  id: 'setMaintenance',
  area: 'rest',
  method: 'PUT',
  path: '/maintenance',
  aliases: [{ method: 'PATCH', path: '/maintenance' }],
  summary: 'Switches maintenance or read-only mode on and off; a message left out is emptied.',
  access: 'administrator',
  duringMaintenance: true,
  body: Type.Object({
    operation: OperationState.properties.operation,
    message: Type.Optional(OperationState.properties.message),
  }),
  answer: OperationState,
});
