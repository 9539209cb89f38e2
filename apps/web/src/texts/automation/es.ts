import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  loading: 'Cargando la automatización de elementos de trabajo',
  theAutomation: 'la automatización de elementos de trabajo',
  none: 'Todavía no hay proyectos',
  noneHint: 'Conecte Azure DevOps; sus proyectos aparecerán aquí.',
  toConnection: 'Conectar Azure DevOps',
  notConnected: 'Azure DevOps no está conectado: hasta entonces no se escribe nada.',
  unreachable:
    'No se puede acceder a Azure DevOps: lo que hay que escribir espera, y el registro de tiempo sigue.',
  unauthorized:
    'Azure DevOps ya no acepta el token: lo que hay que escribir espera hasta que se introduzca uno nuevo.',
  remaining: 'Reducir el trabajo restante',
  remainingHelp:
    'En lo que se registre a partir de ahora, nunca por debajo de 0; vuelve a subir cuando se acorta o elimina tiempo. Un campo vacío sigue vacío.',
  completed: 'Establecer el trabajo completado',
  completedHelp:
    'En la suma exacta de los registros de todos, cada vez que cambia el tiempo de un elemento. Los valores escritos a mano se sustituyen entonces.',
  estimate: 'Campo de estimación para el ritmo',
  estimateHelp:
    'El nombre de referencia de un campo numérico. Vacío: el primero de Effort, Story Points, Size y Original Estimate que tenga el elemento.',
  estimateUsual: 'Los campos habituales',
  estimateWrong: 'Escriba un nombre de referencia como {example}.',
  saved: 'La automatización de {project} se ha cambiado',
  waiting: 'Por escribir',
  failed: 'Con error',
  lastWritten: 'Última escritura',
  never: 'nunca',
  recompute: 'Recalcular el pasado',
  recomputeHint:
    'Establece el trabajo completado de cada elemento de trabajo en el que alguna vez se registró tiempo.',
  recomputeNeeds: 'Active «Establecer el trabajo completado» para hacerlo también con el pasado.',
  recomputing: 'Recalculando {project}',
  recomputed: {
    one: '{done} de {count} elemento de trabajo',
    many: '{done} de {count} de elementos de trabajo',
    other: '{done} de {count} elementos de trabajo',
  },
  recomputedAt: 'Pasado recalculado',
  workItems: {
    one: '{count} elemento de trabajo',
    many: '{count} de elementos de trabajo',
    other: '{count} elementos de trabajo',
  },
  showWrites: 'Ver los elementos',
  writesOf: 'Elementos de trabajo de {project}',
  loadingWrites: 'Cargando los elementos de trabajo',
  theWrites: 'los elementos de trabajo',
  noWrites: 'Aquí no hay elementos de trabajo',
  noWritesHint: 'Lo que se registre en elementos de este proyecto aparecerá aquí.',
  state: 'Estado',
  stateAll: 'Todos',
  stateWaiting: 'Por escribir',
  stateFailed: 'Con error',
  stateSkipped: 'Omitidos',
  stateDone: 'Terminados',
  outcomeWritten: 'Escrito',
  outcomeSame: 'No había diferencias',
  outcomeNoField: 'Su tipo no tiene ese campo',
  outcomeGone: 'Eliminado en Azure DevOps',
  outcomeFailed: 'Error: {reason}',
  outcomeNone: 'Aún sin intentar',
  nextTry: 'próximo intento {when}',
  workItem: 'Elemento de trabajo',
  outcome: 'Resultado',
  lastTry: 'Último intento',
};
