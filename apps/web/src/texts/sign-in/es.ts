import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Iniciar sesión',
  signInTo: 'Iniciar sesión en {organization}',
  continueWith: 'Continuar con {name}',
  or: 'o',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  signingIn: 'Iniciando sesión…',
  linkFault: 'Este enlace no funciona',
  anotherWay: 'Iniciar sesión de otra forma',
  welcome: 'Hola, {name}',
  setOne: 'Establezca una contraseña para volver a entrar sin enlace.',
  skip: 'Omitir por ahora',
  currentPassword: 'Contraseña actual',
  newPassword: 'Nueva contraseña',
  leastLength: {
    one: 'Al menos {count} carácter',
    many: 'Al menos {count} caracteres',
    other: 'Al menos {count} caracteres',
  },
  setPassword: 'Establecer contraseña',
};
