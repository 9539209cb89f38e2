interface Page {
  url: URL;
  status: number;
  text: string;
}

/** A browser's way through pages over HTTP: keeps cookies by host and follows redirects. */
export interface Visitor {
  open(url: string | URL, form?: Record<string, string>): Promise<Page>;
  /** Opens an address and answers where it redirects to, without going there. */
  peek(url: string | URL): Promise<URL>;
  /** Goes through the provider's login and consent forms until another page comes. */
  signIn(start: string, login: string): Promise<Page>;
  /** The cookies for a host, by name. */
  cookies(host: string): Map<string, string>;
}

export function createVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();

  function cookies(host: string): Map<string, string> {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  }

  async function ask(url: URL, form?: Record<string, string>): Promise<Response> {
    const jar = cookies(url.host);
    const response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  async function open(start: string | URL, form?: Record<string, string>): Promise<Page> {
    let url = new URL(start);
    let response = await ask(url, form);
    for (let hops = 0; response.headers.has('location'); hops += 1) {
      if (hops > 10) throw new Error('redirected too often');
      url = new URL(response.headers.get('location') ?? '', url);
      response = await ask(url);
    }
    return { url, status: response.status, text: await response.text() };
  }

  return {
    open,
    cookies,
    async peek(url) {
      const response = await ask(new URL(url));
      return new URL(response.headers.get('location') ?? '', url);
    },
    async signIn(start, login) {
      let page = await open(start);
      for (;;) {
        const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
        const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1];
        if (action === undefined || prompt === undefined) return page;
        page = await open(new URL(action, page.url), { prompt, login, password: 'any' });
      }
    },
  };
}
