import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Día',
  addTime: 'Añadir tiempo',
  oneDay: 'Todos los días',
  noTimeThisDay: 'Sin tiempo este día',
  noTimeThisDayHint: 'Añada en qué trabajó, con «Añadir tiempo» arriba o la tecla {key}.',
  loading: 'Cargando registros',
  yourWorklogs: 'sus registros',
  noTimeYet: 'Todavía no hay tiempo',
  noTimeHint:
    'Escriba en la barra superior en qué trabaja y pulse {enter}, o añada tiempo que ya ha dedicado.',
  loadMore: 'Cargar más',
  loadingMore: 'Cargando…',
  total: 'Total {length}',
  today: 'Hoy',
  yesterday: 'Ayer',
  tomorrow: 'Mañana',
  continue: 'Continuar',
  edit: 'Editar',
  duplicate: 'Duplicar',
  delete: 'Eliminar',
  deleted: '{length} eliminado',
  duplicated: '{length} duplicado',
  restored: 'Restaurado',
  keyNew: 'nuevo',
  keyStop: 'detener',
  keyContinue: 'continuar el último',
  keyAll: 'todos los atajos',
};
