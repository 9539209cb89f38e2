export { ActivityPicker, type ActivityPickerProps } from './activity-types/activity-picker.tsx';
export { ActivityDot, ActivityTag } from './activity-types/activity-tag.tsx';
export { DurationField, type DurationFieldProps } from './durations/duration-field.tsx';
export { type Reading, readingOf } from './durations/reading.ts';
export type { DayStyle } from './format/dates.ts';
export type { FormatSettings } from './format/format-settings.ts';
export { createFormats, type Formats } from './format/formats.ts';
export { FormatsContext, useFormats } from './format/use-formats.ts';
export { IconButton, type IconButtonProps } from './icon-button.tsx';
export { ROVING, useRovingFocus } from './keyboard/use-roving-focus.ts';
export { usePopup } from './menu/use-popup.ts';
export { Menu, type MenuProps, type MenuTriggerProps } from './menu/menu.tsx';
export { MenuGroup, MenuItem, type MenuItemProps, MenuRule } from './menu/menu-item.tsx';
export { colours, cssColour } from './theme/colours.ts';
export { contrastTheme, darkTheme, lightTheme } from './theme/themes.ts';
export { ThemedRoot } from './theme/themed-root.tsx';
export { defineTexts, type TextArea } from './texts/define-texts.ts';
export { LANGUAGE_NAMES, LANGUAGES, type Language, languageOf } from './texts/languages.ts';
export { richText } from './texts/rich-text.ts';
export { namesIn, type PluralForms, type Templates, type Texts, type Translation } from './texts/template.ts';
export { uiTexts } from './texts/ui/texts.ts';
export { LanguageContext, useLanguage, useTexts } from './texts/use-texts.ts';
export { TrackBar } from './track-bar/track-bar.tsx';
export {
  NO_DRAFT,
  type TrackBarProps,
  type TrackChange,
  type TrackDraft,
  type TrackSubject,
} from './track-bar/types.ts';
export { type ServerLength, useRunningLength } from './track-bar/use-running-length.ts';
export { TypeBar } from './work-items/type-bar.tsx';
export type { SearchWorkItems } from './work-items/use-suggestions.ts';
export { WorkItemCombobox, type WorkItemComboboxProps } from './work-items/work-item-combobox.tsx';
export { type LabelledWorkItem, WorkItemLabel } from './work-items/work-item-label.tsx';
export { WorklogRow, type WorklogRowProps } from './worklogs/worklog-row.tsx';
