import { ODataError } from '../../error.ts';

/** The fault that something of the standard is not offered here. */
export function notOffered(what: string, position: number): ODataError {
  return new ODataError('NotImplemented', `${what} is not offered, at position ${position}.`, { position });
}
