/** Largest file of a bank that a request to the API has room for, bytes: see `contentBase64` in the schema. */
export const MAX_BANK_FILE_BYTES = 750 * 1_024

/** Whether the API would not take the file, which is said before it is sent. */
export const isTooLarge = ({ size }: Pick<File, 'size'>): boolean => size > MAX_BANK_FILE_BYTES

/** A file's bytes as the API takes them. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
