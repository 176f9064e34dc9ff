import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { keptPlace } from '../place/kept-place.ts'
import { DoorFrame } from '../session/door-frame.tsx'
import { useSession } from '../session/use-me.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { withWords } from '../words/start-words.ts'
import { keptTill } from './kept-till.ts'

const LockScreen = lazy(() => withWords(['lock'], () => import('./lock-screen.tsx')))

/**
 * Goes on to the till at which somebody worked last: an address to keep on a counter's screen. Where nobody is in and the browser is a
 * registered till, its cashiers come in here.
 */
export default function LastTill() {
  const { t } = useTranslation()
  const { me } = useSession()
  const navigate = useNavigate()
  const isIn = me && me.lacks !== 'SECOND_FACTOR'
  const place = isIn ? keptPlace(me.places.filter(({ id }) => id.startsWith('mbr_'))) : undefined
  const isOut = me === null || me?.lacks === 'SECOND_FACTOR'
  const isTill = isOut && keptTill() !== null
  useEffect(() => {
    if (isTill) return
    if (isOut) void navigate({ to: '/sign-in', search: { next: '/till' }, replace: true })
    else if (place)
      void navigate({ to: '/$place/till', params: { place: place.id }, search: {}, replace: true })
  }, [isOut, isTill, place, navigate])
  if (isTill)
    return (
      <Suspense fallback={<Waiting />}>
        <LockScreen isAbove={false} />
      </Suspense>
    )
  if (!isIn || place) return <Waiting />
  return (
    <DoorFrame>
      <Text>{t('till.last')}</Text>
    </DoorFrame>
  )
}
