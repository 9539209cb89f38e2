import { calls, defaultSettings, type ShownSettings } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { createSettings, readSettingsChange, type VersionedSettings } from './organization-settings.ts';
import { createPersonSettings, readPersonSettingsChange } from './person-settings.ts';

/** /settings, /maintenance, and what people choose for themselves. */
export function settings(
  dependencies: Pick<Dependencies, 'router' | 'feed' | 'environment' | 'clock'>,
): void {
  const { router, environment } = dependencies;
  const organizations = createSettings(dependencies);
  const people = createPersonSettings(dependencies);

  const shown = ({ settings: current, version }: VersionedSettings): ShownSettings => ({
    ...current,
    about: { version, defaults: defaultSettings, installationQuota: environment.quota },
  });

  router.handle(calls.getSettings, async ({ organization, reply }) => {
    tag(reply, organization.settingsVersion);
    return shown({ settings: organization.settings, version: organization.settingsVersion });
  });

  router.handle(calls.changeSettings, async (asked) => {
    const change = readSettingsChange(asked.body);
    const changed = await organizations.change(asked, change, expectedVersions(asked.request));
    tag(asked.reply, changed.version);
    return shown(changed);
  });

  router.handle(calls.getMaintenance, async ({ organization, reply }) => {
    tag(reply, organization.settingsVersion);
    return stateOf({ settings: organization.settings, version: organization.settingsVersion });
  });

  router.handle(calls.setMaintenance, async (asked) => {
    const { operation, message = '' } = asked.body;
    const change = { operation, operationMessage: message };
    const changed = await organizations.change(asked, change, expectedVersions(asked.request));
    tag(asked.reply, changed.version);
    return stateOf(changed);
  });

  router.handle(calls.getOwnSettings, async (asked) => {
    const found = await people.get(asked, asked.principal.id);
    tag(asked.reply, found.version);
    return found.settings;
  });

  router.handle(calls.changeOwnSettings, async (asked) => {
    const change = readPersonSettingsChange(asked.body);
    const changed = await people.change(asked, asked.principal.id, change, expectedVersions(asked.request));
    tag(asked.reply, changed.version);
    return changed.settings;
  });

  router.handle(calls.getUserSettings, async (asked) => {
    const found = await people.get(asked, asked.params.id);
    tag(asked.reply, found.version);
    return found.settings;
  });

  router.handle(calls.changeUserSettings, async (asked) => {
    const change = readPersonSettingsChange(asked.body);
    const changed = await people.change(asked, asked.params.id, change, expectedVersions(asked.request));
    tag(asked.reply, changed.version);
    return changed.settings;
  });
}

function stateOf({ settings: { operation, operationMessage } }: VersionedSettings) {
  return { operation, message: operationMessage };
}
