import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  exportTitle: 'Exportar la organización',
  exportHint:
    'Todo en un archivo, tal como está ahora, mientras se sigue trabajando. Contraseñas, tokens y otras credenciales quedan fuera.',
  export: 'Exportar',
  exporting: 'La exportación está en curso',
  received: '{size} recibidos',
  stay: 'Permanezca en esta página hasta el final.',
  saved: 'Guardado: {name} ({size})',
  cancelled: 'La exportación se canceló; no se guardó nada.',
  failed: 'La exportación no llegó al final: {reason}',
  restoreTitle: 'Importar y restaurar',
  restoreHint:
    'Se hace en el servidor, porque afecta a toda la base de datos. Nada existente se sobrescribe.',
  importOne: 'Llevar una organización exportada a esta u otra instalación',
  importEffect:
    'Se añade junto a las demás, todo o nada, y muestra un enlace de acceso para su administrador.',
  backup: 'Copia de seguridad de toda la instalación en marcha',
  backupEffect: 'Una instantánea coherente; guarde el archivo secret.key aparte.',
  restore: 'Restaurar una copia en una base de datos vacía',
  restoreEffect: 'Se rechaza una base de datos con filas.',
  command: 'comando',
  personTitle: 'Una persona',
  personHint: 'Para quien pide sus datos o ser olvidado (RGPD, artículos 15 y 17).',
  person: 'Persona',
  choosePerson: 'Elija una persona',
  exportPerson: 'Exportar sus datos',
  exportPersonEffect:
    'Un documento con todo lo que se guarda: configuración, grupos, accesos, semanas, registros y acciones.',
  erase: 'Borrar…',
  eraseSelf: 'Nadie se borra a sí mismo; pídalo a otro administrador.',
  loadingPeople: 'Cargando personas',
  thePeople: 'las personas',
  myTitle: 'Sus datos',
  myHint:
    'Un archivo JSON: tiempo, semanas, informes, vistas, calendarios, inicios de sesión y lo que el registro de auditoría contiene sobre usted; sin contraseñas ni claves.',
};
