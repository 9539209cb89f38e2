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
  downloadsTitle: 'Aplicación de escritorio',
  downloadsHint:
    'Instálela una vez; una aplicación vinculada recibe después por sí sola las nuevas versiones de este servidor.',
  loadingDownloads: 'Cargando descargas',
  theDownloads: 'las descargas',
  download: 'Descargar',
  downloadName: 'Descargar {name}',
  version: 'Versión {version}',
  beta: 'Beta',
  checksum: 'Suma de comprobación SHA-512',
  installer: 'Instalador',
  archive: 'Archivo ZIP',
  appImage: 'AppImage',
  debian: 'Paquete Debian',
  noDownloads: 'Todavía no hay nada que descargar',
  noDownloadsText:
    'Este servidor no tiene ningún instalador de la aplicación de escritorio. Pida a un administrador que publique uno.',
  publishText:
    'Este servidor aún no tiene ningún instalador de la aplicación de escritorio. Cree y firme uno en un equipo de confianza, a partir de una copia del código fuente; aparece aquí para todos en cuanto está en la carpeta de versiones publicadas.',
  stepKey:
    'Una sola vez: crear la clave con la que se firman las versiones. No guarde release.key en el servidor.',
  stepBuild: 'Crear los instaladores para el sistema de ese equipo.',
  stepPublish:
    'Firmar un instalador y ponerlo en la carpeta de versiones publicadas (STINT_DESKTOP_RELEASES).',
  command: 'comando',
};
