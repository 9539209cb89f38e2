import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  addTime: 'Añadir tiempo',
  editTime: 'Editar tiempo',
  workItem: 'Elemento de trabajo',
  findWorkItem: 'Buscar por número o palabras del título',
  noWorkItemFits: 'Ningún elemento de trabajo coincide.',
  clearWorkItem: 'Quitar el elemento de trabajo',
  date: 'Fecha',
  from: 'Desde',
  to: 'Hasta',
  timeUnreadable: '«{text}» no es una hora; escriba 9:30, 930 o 9.',
  duration: 'Duración',
  presets: 'Duraciones predefinidas',
  comment: 'Comentario',
  activityType: 'Tipo de actividad',
  billable: 'Facturable',
  draftRestored: 'Se ha recuperado lo que escribió antes.',
  startAfresh: 'Empezar de nuevo',
  forWhom: 'Para',
  forWhomHint: 'La fecha y las horas son las de esta persona.',
  myself: '{name} (yo)',
};
