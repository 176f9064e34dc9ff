import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Something that is told once. */
export interface Secret {
  readonly title: string
  readonly secret: string
  readonly hint?: string
}

/** Shows what is told once, until somebody says that they have kept it. */
export function ShownOnce({ title, secret, hint, onHide }: Secret & { readonly onHide: () => void }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  // Without https browsers have no clipboard for pages: the text is marked as a whole by one click.
  const copy = async () => {
    await navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <section className="sheet once" role="status" aria-label={title}>
      <strong>{title}</strong>
      <code>{secret}</code>
      <p className="quiet">
        {t('connect.once')} {hint}
      </p>
      <div className="steps-row">
        <Button variant="default" autoFocus onClick={() => void copy()}>
          {t(isCopied ? 'connect.copied' : 'connect.copy')}
        </Button>
        <Button variant="subtle" onClick={onHide}>
          {t('connect.hide')}
        </Button>
      </div>
    </section>
  )
}
