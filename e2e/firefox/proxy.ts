import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** LinkedIn, Stardex, and whoever poses as one of them. */
const PLAYED = /^(.+\.linkedin\.com|api\.stardex\.ai|.+\.example):443$/;

/**
 * A proxy that leads the hosts we play to the sandbox, and every other connection nowhere: what
 * `--host-resolver-rules` is for Chromium.
 */
export async function startProxy(sandboxPort: number) {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on("connect", (request, client: Socket) => {
    keep(client);
    if (!PLAYED.test(request.url ?? "")) return client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const sandbox = connect(sandboxPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      sandbox.pipe(client).pipe(sandbox);
    });
    keep(sandbox);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close(): void {
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    },
  };
}
