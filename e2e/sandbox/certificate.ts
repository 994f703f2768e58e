import { generate } from "selfsigned";

/** A throw-away certificate for the hosts the sandbox plays; the test browser ignores certificate errors. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: "commonName", value: "stardex-sandbox" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "api.stardex.ai" },
          { type: 2, value: "*.linkedin.com" },
          { type: 2, value: "localhost" },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
