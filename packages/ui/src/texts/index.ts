export { defineTexts, type TextArea } from './define-texts.ts';
export { LANGUAGES, type Language, languageOf } from './languages.ts';
export { namesIn, type PluralForms, type Templates, type Texts, type Translation } from './template.ts';
