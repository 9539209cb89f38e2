/** Namespace of the reporting types (the data file, `namespaces`). */
export const MODELS = 'TimetrackerOnline.Reporting.Models';
/** Namespace of the enumerations. */
export const ENUMS = 'TimetrackerOnline.Entities.Extensions';
export const CONTAINER = 'Default.Container';
