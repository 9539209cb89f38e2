import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  loading: 'Cargando sus preferencias',
  theSettings: 'sus preferencias',
  asOrganization: 'Organización: {name}',
  lookTitle: 'Aspecto e idioma',
  themeHelp: 'Claro, oscuro o con alto contraste; vale en este navegador.',
  themeSystemEffect: 'Sigue el ajuste de su dispositivo.',
  localeHelp:
    'Idioma de las páginas y de los correos que recibe, y cómo se escriben fechas y números; en todos sus dispositivos.',
  formatsTitle: 'Formatos',
  durationFormatHelp: 'Cómo se escriben las duraciones para usted.',
  timeZoneHelp:
    'Decide qué es «hoy» para usted y a qué hora empiezan sus entradas. Las entradas que ya existen no cambian.',
  bookingTitle: 'Registro de tiempo',
  addTimeModeHelp: 'Qué le pregunta el cuadro para añadir tiempo.',
  defaultType: 'Tipo de actividad habitual',
  defaultTypeHelp: 'Se toma cuando el tiempo no indica ningún tipo de actividad.',
  defaultTypeEffect: 'El tiempo nuevo empieza con {name}.',
  favourites: 'Tipos de actividad favoritos',
  favouritesHelp: 'Aparecen primero en todas partes donde elige un tipo de actividad.',
  favouritesNone: 'Todos siguen el orden de la organización.',
  favouritesSet: 'Primero: {value}.',
  typesOff: 'Su organización no usa tipos de actividad.',
  mailTitle: 'Correo para usted',
  mail: 'Recordatorios, resúmenes y avisos',
  mailHelp:
    'Lo que su organización envía sobre tiempo, semanas y presupuestos. Los informes que alguien le envía según un plan llegan igualmente.',
  mailOn: 'Se envían a {email}.',
  mailOff: 'No se le envía ninguno.',
  mailNoAddress:
    'Aquí no consta ninguna dirección de correo suya, así que no se envía nada. Un administrador puede añadirla.',
};
