import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Mes',
  loading: 'Cargando el mes',
  theMonth: 'el mes',
  addTime: 'Añadir tiempo',
  week: 'Semana',
  weekNumber: 'Semana {number}',
  total: 'Total',
  dayTotal: '{day}: {length}',
  dayWithoutTime: '{day}: sin tiempo',
  submit: 'Enviar',
  submitWeek: 'Enviar la semana del {day}',
  revoke: 'Retirar',
  revokeWeek: 'Retirar la semana del {day}',
  submitted: 'Enviado: {length} en la semana del {day}',
  revoked: 'Retirada: la semana del {day} se puede volver a cambiar',
  rejectedBecause: 'Devuelta: {comment}',
  activityTypes: 'Tipos de actividad',
  keyMove: 'mover',
  keyOpen: 'abrir el día',
  keyMonth: 'otro mes',
};
