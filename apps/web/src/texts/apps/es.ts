import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Aplicaciones',
  pairDesktop: 'Vincular la aplicación de escritorio',
  pairDesktopHint: 'Se abre la aplicación de escritorio de este equipo y pregunta una vez.',
  desktopOpened:
    'La aplicación debería preguntarle ahora. ¿No se abrió nada? Iníciela, elija este servidor y escriba su PIN abajo.',
  pairTitle: 'Vincular una aplicación',
  pairHint: 'Escriba los seis dígitos que muestra la aplicación; valen un minuto.',
  pin: 'PIN',
  name: 'Nombre',
  nameHint: 'Vacío: el de la aplicación',
  pair: 'Vincular',
  paired: 'La aplicación está vinculada',
  pairedApps: 'Aplicaciones vinculadas',
  loading: 'Cargando aplicaciones',
  yourApps: 'sus aplicaciones',
  noneTitle: 'No hay ninguna aplicación vinculada',
  noneText:
    'Abra la aplicación de escritorio o su script, pida iniciar sesión y escriba arriba el PIN que muestra. La aplicación registrará tiempo por usted hasta que la desvincule aquí.',
  pairedOn: 'Vinculada el {date}',
  lastUsed: 'último uso {when}',
  notUsedYet: 'sin usar',
  unpair: 'Desvincular',
  unpairAll: 'Desvincular todas',
  unpairAllApps: 'Desvincular todas las aplicaciones',
  unpairAllTitle: '¿Desvincular todas las aplicaciones?',
  unpairAllText: 'Todas las aplicaciones se desconectan al momento y habrá que vincularlas de nuevo.',
  unpaired: 'La aplicación está desvinculada',
  allUnpaired: 'Todas las aplicaciones están desvinculadas',
};
