import type { ServerResponse } from 'node:http'

/** Sends what Yoga answered. It is text: nothing here streams. */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  if (response.destroyed) return
  const text = await answer.text()
  answer.headers.forEach((value, name) => void response.setHeader(name, value))
  // Not writeHead: the length of the text goes with the headers, and both in one write.
  response.statusCode = answer.status
  response.end(text)
}
