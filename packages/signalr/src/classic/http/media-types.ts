export const jsonType = 'application/json; charset=UTF-8';
export const scriptType = 'application/javascript; charset=UTF-8';
