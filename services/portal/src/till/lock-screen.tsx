import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorFrame } from '../session/door-frame.tsx'
import './lock.css'
import { TillDoor } from './till-door.tsx'

/**
 * The lock of a till: who comes in, and by which PIN. Above a page it hides what was typed there, which is the same cashier's when they come
 * back and nobody else's.
 */
export default function LockScreen({ isAbove }: { readonly isAbove: boolean }) {
  return isAbove ? (
    <LockAbove />
  ) : (
    <DoorFrame>
      <TillDoor />
    </DoorFrame>
  )
}

function LockAbove() {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="lock"
      aria-label={t('lock.title')}
      onCancel={(event) => event.preventDefault()}
      // A second Escape closes it whatever is said to the first one.
      onClose={() => dialog.current?.showModal()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <DoorFrame>
        <TillDoor />
      </DoorFrame>
    </dialog>
  )
}
