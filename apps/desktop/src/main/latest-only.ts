const PAUSE_MILLISECONDS = 30;

/** Lets something happen soon after it was asked for, once for all that ask meanwhile, and never twice at the same time. */
export function createLatestOnly(happen: () => Promise<void>): () => void {
  let isWanted = false;
  let isBusy = false;
  const run = async () => {
    isWanted = false;
    try {
      await happen();
    } finally {
      isBusy = false;
      if (isWanted) ask();
    }
  };
  const ask = () => {
    isWanted = true;
    if (isBusy) return;
    isBusy = true;
    setTimeout(() => void run(), PAUSE_MILLISECONDS);
  };
  return ask;
}
