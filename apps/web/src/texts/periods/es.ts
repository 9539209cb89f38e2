import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  earlier: 'Anterior',
  later: 'Siguiente',
  today: 'Hoy',
  filterNone: '{name}: todos',
  filterSome: {
    one: '{name}: {count} elegido',
    many: '{name}: {count} elegidos',
    other: '{name}: {count} elegidos',
  },
  showAll: 'Mostrar todos',
  stateInProgress: 'En curso',
  stateSubmitted: 'Enviada',
  stateReopened: 'Reabierta',
  stateApproved: 'Aprobada',
  stateClosed: 'Cerrada',
  stateLocked: 'Bloqueada',
};
