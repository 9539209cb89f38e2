interface Refusal {
  readonly error?: { readonly message?: string };
}

/** Fetches a file and hands it to the browser’s downloads. Gives the reason of a refusal, null once it is saved. */
export async function saveFile(address: string, name: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) {
      const { error } = ((await response.json().catch(() => null)) ?? {}) as Refusal;
      return error?.message ?? response.statusText;
    }
    saveBlob(await response.blob(), name);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Hands some bytes to the browser’s downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Without the signs that file systems refuse. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]/g, '-').trim();
}
