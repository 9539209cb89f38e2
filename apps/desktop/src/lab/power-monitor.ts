import { EventEmitter } from 'node:events';
import { idleSeconds } from './x11.ts';

/** The idle time of the X server. The lab never sleeps: signals tell it to behave as if. */
export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: idleSeconds });
process.on('SIGUSR2', () => powerMonitor.emit('suspend'));
process.on('SIGCONT', () => powerMonitor.emit('resume'));
