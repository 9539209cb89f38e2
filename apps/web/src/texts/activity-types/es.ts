import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Tipos de actividad',
  saved: 'Los tipos de actividad se han guardado',
  feature: 'Uso',
  inUse: 'Usar tipos de actividad',
  inUseHelp: 'Dicen qué clase de trabajo fue: desarrollo, reuniones, soporte.',
  inUseOn: 'Se puede elegir uno en cada registro.',
  inUseOff: 'Están ocultos; lo elegido antes se conserva.',
  listHint: 'Las listas los muestran en este orden. Nombres, colores y orden valen al momento para todos.',
  loading: 'Cargando tipos de actividad',
  theTypes: 'los tipos de actividad',
  newName: 'Nuevo tipo de actividad',
  add: 'Añadir',
  move: 'Mover {name}',
  moveHint: 'Arrastrar o usar las flechas',
  movedTo: '{name} está en el puesto {place} de {count}',
  colourOf: 'Color de {name}',
  nameOf: 'Nombre de {name}',
  isDefault: 'Predeterminado',
  deleteOne: 'Eliminar {name}',
  defaultStays: '{name} es el predeterminado; elija otro antes de eliminarlo',
  deleteTitle: '¿Eliminar {name}?',
  deleteText:
    'Su tiempo, y las elecciones de quienes lo tienen como predeterminado o favorito, reciben otro. No se puede deshacer.',
  replacement: 'El tiempo recibe en su lugar',
  deleteAct: 'Eliminar y reasignar',
  deleted: '{name} se ha eliminado',
};
