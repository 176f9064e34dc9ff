import type { ServerResponse } from 'node:http'

/** Sends a response of Yoga. Its body is text: the API has no streams. */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  if (response.destroyed) return
  const text = await answer.text()
  answer.headers.forEach((value, name) => void response.setHeader(name, value))
  // Without writeHead, Node adds the content-length and sends headers and body in one write.
  response.statusCode = answer.status
  response.end(text)
}
