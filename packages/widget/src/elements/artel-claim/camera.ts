/** What is read of the camera's pictures; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** Between two looks at the picture. */
const lookEveryMs = 200

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as unknown as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector

/** Whether this browser reads QR codes by camera. */
export async function canScan(): Promise<boolean> {
  const Detector = detectorClass()
  if (!Detector || typeof navigator.mediaDevices?.getUserMedia !== 'function') return false
  return Detector.getSupportedFormats().then(
    (formats) => formats.includes('qr_code'),
    () => false,
  )
}

export interface Scan {
  /** Where the picture is shown, once it is drawn. */
  readonly video: () => Promise<HTMLVideoElement | null>
  readonly onText: (text: string) => void
  /** It has ended: closed, hidden, taken away, or refused. */
  readonly onEnd: (reason: 'CLOSED' | 'REFUSED' | 'FAILED') => void
}

/** Looks for QR codes by the camera until it is closed or the page is hidden. Every stream that was opened is stopped. Returns what closes it. */
export function scan({ video, onText, onEnd }: Scan): () => void {
  let stream: MediaStream | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const end = (reason: Parameters<Scan['onEnd']>[0]) => {
    stop(stream)
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', endWhenHidden)
    onEnd(reason)
  }
  const endWhenHidden = () => {
    if (document.visibilityState === 'hidden') end('CLOSED')
  }
  const look = async (detector: Detector, picture: HTMLVideoElement): Promise<void> => {
    // A picture that is not there yet cannot be looked at.
    const found = await detector.detect(picture).catch(() => [])
    if (isOver) return
    const text = found[0]?.rawValue
    if (text) {
      end('CLOSED')
      onText(text)
    } else timer = setTimeout(() => void look(detector, picture), lookEveryMs)
  }
  const open = async (): Promise<void> => {
    const Detector = detectorClass()
    if (!Detector) return end('FAILED')
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    const picture = await video()
    // Closed while the customer was asked.
    if (isOver) return stop(stream)
    for (const track of stream.getTracks()) track.addEventListener('ended', () => end('CLOSED'))
    if (!picture) return end('FAILED')
    picture.srcObject = stream
    await picture.play()
    await look(new Detector({ formats: ['qr_code'] }), picture)
  }
  document.addEventListener('visibilitychange', endWhenHidden)
  open().catch((failure) =>
    end(failure instanceof DOMException && failure.name === 'NotAllowedError' ? 'REFUSED' : 'FAILED'),
  )
  return () => end('CLOSED')
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
