declare module 'x11' {
  const x11: { createClient(done: (error: Error | null, display: never) => void): void };
  export default x11;
}
