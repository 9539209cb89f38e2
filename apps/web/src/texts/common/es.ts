import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  cancel: 'Cancelar',
  save: 'Guardar',
  tryAgain: 'Reintentar',
  dismiss: 'Descartar',
  close: 'Cerrar',
  undo: 'Deshacer',
  closeMessage: 'Cerrar el mensaje',
  copy: 'Copiar',
  copyName: 'Copiar: {name}',
  copied: 'Copiado: {name}',
  copyingFailed: 'No se pudo copiar; seleccione el texto.',
  somethingWentWrong: 'Algo ha ido mal.',
  serverUnreachable: 'No se puede acceder al servidor.',
  pageFault: 'No se pudo mostrar esta página',
  couldNotBeLoaded: 'No se pudo cargar: {what}',
  notFound: 'No encontrado',
  noPageHere: 'No hay ninguna página en esta dirección.',
  goToDay: 'Ir al día',
  notForYourRole: 'No disponible para su rol',
  roleNeeded: 'Se necesita el rol {needed}; el suyo es {own}. Un administrador puede cambiarlo.',
  changeRefused: '{reason} Su cambio se ha revertido.',
};
