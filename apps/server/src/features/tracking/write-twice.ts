import type { FastifyReply } from 'fastify';

/** The same object at the top level and under `data`, because clients disagree on a wrapper (api.md 4). */
export type Twice<Answer extends object> = Answer & { data: Answer };

export function twice<Answer extends object>(answer: Answer): Twice<Answer> {
  return { ...answer, data: answer };
}

/** Answers an object twice; its text is made only once, because these answers are polled. */
export function answerTwice<Answer extends object>(reply: FastifyReply, answer: Answer): Twice<Answer> {
  const both = twice(answer);
  void reply.type('application/json; charset=utf-8').serializer((payload: unknown) => {
    // What is sent in the end may be a refusal.
    if (payload !== both) return JSON.stringify(payload);
    const text = JSON.stringify(answer);
    return `${text.slice(0, -1)},"data":${text}}`;
  });
  return both;
}
