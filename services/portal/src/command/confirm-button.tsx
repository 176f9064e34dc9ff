import { Button } from '@mantine/core'
import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './command.css'
import { type Ended, OutcomeNote } from './outcome-note.tsx'

interface ConfirmButtonProps {
  readonly words: string
  /** What it does and to whom. */
  readonly question: string
  readonly isDestructive?: boolean
  readonly isMain?: boolean
  /** Whether it is one of several in a row of a list. */
  readonly isSmall?: boolean
  readonly isBusy: boolean
  readonly isDisabled?: boolean
  readonly outcome: Ended | null
  /** Fields that the command needs. */
  readonly children?: ReactNode
  /** Says whether it was carried out: then the question goes away. */
  readonly onConfirm: () => Promise<boolean>
}

/** A step that says what it does before it does it: the browser's own dialog, which keeps the keyboard and closes with Escape. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { words, question, isDestructive = false, isMain = false, isBusy, isDisabled = false } = props
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const close = () => dialog.current?.close()
  const size = props.isSmall ? { size: 'xs' } : {}
  const color = isDestructive ? { color: 'red' } : {}
  return (
    <>
      <Button
        {...color}
        {...size}
        variant={isMain ? 'filled' : 'default'}
        disabled={isDisabled}
        onClick={() => dialog.current?.showModal()}
      >
        {words}
      </Button>
      <dialog ref={dialog} className="ask" aria-labelledby={title}>
        <form
          onSubmit={async (event) => {
            event.preventDefault()
            if (await props.onConfirm()) close()
          }}
        >
          <h2 id={title}>{words}</h2>
          <p>{question}</p>
          {props.children}
          <OutcomeNote outcome={props.outcome} />
          <footer>
            <Button variant="default" onClick={close} type="button">
              {t('command.no')}
            </Button>
            <Button type="submit" loading={isBusy} {...color}>
              {words}
            </Button>
          </footer>
        </form>
      </dialog>
    </>
  )
}
