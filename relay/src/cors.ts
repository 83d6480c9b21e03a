import type { IncomingMessage, ServerResponse } from "node:http";

const ALLOW_HEADERS =
  "authorization, content-type, range, tus-resumable, upload-length, upload-offset, upload-metadata";
const EXPOSE_HEADERS =
  "accept-ranges, content-length, content-range, etag, location, retry-after, tus-resumable, upload-length, upload-offset";

/** Lets pages of the allowed origins read the relay's answers. */
export function setCorsHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  allowOrigins: readonly string[],
): void {
  const { origin } = request.headers;
  if (allowOrigins.includes("*")) {
    response.setHeader("access-control-allow-origin", "*");
  } else {
    response.setHeader("vary", "origin");
    if (origin === undefined || !allowOrigins.includes(origin)) return;
    response.setHeader("access-control-allow-origin", origin);
  }
  response.setHeader("access-control-expose-headers", EXPOSE_HEADERS);
}

/** Answers the question a browser asks before a request that is not simple. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader("access-control-allow-methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  response.setHeader("access-control-allow-headers", ALLOW_HEADERS);
  response.setHeader("access-control-max-age", "86400");
  response.setHeader("tus-version", "1.0.0");
  response.setHeader("tus-extension", "creation,creation-with-upload,termination");
  response.writeHead(204).end();
}
