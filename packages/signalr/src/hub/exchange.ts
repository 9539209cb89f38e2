import { randomUUID } from 'node:crypto';
import type { Backplane, BackplaneMessage } from './backplane.ts';
import { createClientCall } from './client-call.ts';
import type { Outlet } from './clients.ts';
import type { Log } from './log.ts';
import type { Members } from './members.ts';
import { createQuestions } from './questions.ts';

/** A hub's way to its connections, here and on other processes. */
export interface Port extends Outlet {
  readonly join: (connectionId: string, group: string) => void;
  readonly leave: (connectionId: string, group: string) => void;
}

/** Delivers to the connections of this process at once, and tells the other processes. */
export interface Exchange {
  open<User>(hub: string, members: Members<User>): Port;
  readonly close: () => void;
}

export interface ExchangeDependencies {
  /** None: there is only this process. */
  readonly backplane: Backplane | null;
  /** Milliseconds a client's answer is waited for. */
  readonly answerTimeout: number;
  readonly log: Log;
}

type Said<Message = BackplaneMessage> = Message extends unknown ? Omit<Message, 'from' | 'hub'> : never;

export function createExchange({ backplane, answerTimeout, log }: ExchangeDependencies): Exchange {
  const self = randomUUID();
  const local = new Map<string, LocalPort>();
  const questions = createQuestions(answerTimeout);

  const publish = async (hub: string, said: Said) => {
    try {
      await backplane?.publish({ ...said, from: self, hub });
    } catch (error) {
      log({ kind: 'failed', what: 'publishing to the backplane', error });
    }
  };

  const hear = (message: BackplaneMessage) => {
    const port = local.get(message.hub);
    if (message.from === self || port === undefined) return;
    switch (message.kind) {
      case 'call':
        return port.send(message.target, message.method, message.args);
      case 'join':
      case 'leave':
        return void port[message.kind](message.connection, message.group);
      case 'ask':
        return void answer(message, port);
      case 'answer':
        return void questions.settle(message.question, message);
    }
  };

  const answer = async (asked: BackplaneMessage & { kind: 'ask' }, port: LocalPort) => {
    const answered = port.ask(asked.connection, asked.method, asked.args);
    if (answered === null) return;
    const { question, hub } = asked;
    await answered.then(
      (result) => publish(hub, { kind: 'answer', question, result }),
      (error: Error) => publish(hub, { kind: 'answer', question, error: error.message }),
    );
  };

  const unsubscribe = backplane?.subscribe(hear);

  return {
    open(hub, members) {
      const here = localPort(hub, members);
      local.set(hub, here);
      return {
        send(target, method, args) {
          here.send(target, method, args);
          const isHere =
            target.kind === 'connections' && target.ids.every((id) => members.find(id) !== undefined);
          if (!isHere) void publish(hub, { kind: 'call', target, method, args });
        },
        ask(connection, method, args) {
          const answered = here.ask(connection, method, args);
          if (answered !== null) return answered;
          if (backplane === null)
            return Promise.reject(new Error(`Connection '${connection}' does not exist.`));
          const { id, answer } = questions.open();
          void publish(hub, { kind: 'ask', question: id, connection, method, args });
          return answer;
        },
        join(connection, group) {
          if (!here.join(connection, group)) void publish(hub, { kind: 'join', connection, group });
        },
        leave(connection, group) {
          if (!here.leave(connection, group)) void publish(hub, { kind: 'leave', connection, group });
        },
      };
    },
    close() {
      unsubscribe?.();
      questions.rejectAll(new Error('The server is closing.'));
    },
  };
}

type LocalPort = ReturnType<typeof localPort>;

/** What can be done with the connections of this process. */
function localPort<User>(hub: string, members: Members<User>) {
  return {
    send(target: Parameters<Outlet['send']>[0], method: string, args: readonly unknown[]): void {
      const call = createClientCall(hub, method, args);
      for (const connection of members.reached(target)) connection.deliver(call);
    },
    /** Null when the connection is not here. */
    ask(connectionId: string, method: string, args: readonly unknown[]): Promise<unknown> | null {
      const connection = members.find(connectionId);
      if (connection === undefined) return null;
      const call = createClientCall(hub, method, args);
      return (
        connection.ask?.(call) ?? Promise.reject(new Error('Clients of this protocol cannot answer calls.'))
      );
    },
    join(connectionId: string, group: string): boolean {
      if (!members.join(connectionId, group)) return false;
      members.find(connectionId)?.groupChanged?.(hub, group, true);
      return true;
    },
    leave(connectionId: string, group: string): boolean {
      if (!members.leave(connectionId, group)) return false;
      members.find(connectionId)?.groupChanged?.(hub, group, false);
      return true;
    },
  };
}
