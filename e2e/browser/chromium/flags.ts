/** The hosts that the sandbox plays: LinkedIn, Stardex, and impostors. */
const PLAYED = ["*.linkedin.com", "api.stardex.ai", "*.example"];

/** A small laptop's. Headless Chromium's own default is smaller than any real screen. */
const SCREEN = "1440x900";

/** How Chromium is started: these extensions alone, the sandbox in the place of LinkedIn and Stardex, no network. */
export function flags(extensionDirs: string[], port: number, screen = SCREEN): string[] {
  const here = `127.0.0.1:${port}`;
  return [
    `--disable-extensions-except=${extensionDirs}`,
    `--load-extension=${extensionDirs}`,
    // The invented pages name pictures of real hosts: nothing but the hosts we play may resolve.
    `--host-resolver-rules=${[...PLAYED.map((host) => `MAP ${host}:443 ${here}`), "MAP * ~NOTFOUND"]}`,
    "--ignore-certificate-errors",
    "--enable-unsafe-extension-debugging",
    "--remote-debugging-port=0",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",
    `--screen-info={${screen}}`,
    // Chromium refuses to run sandboxed as root, and only then is it started without.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}
