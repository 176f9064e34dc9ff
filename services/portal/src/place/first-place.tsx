import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../session/use-me.tsx'
import { keptPlace } from './kept-place.ts'
import PlacesScreen from './places-screen.tsx'

/** Goes on to where somebody worked last; who has no place is told so, and who is nobody signs in. */
export function FirstPlace() {
  const { me } = useSession()
  const navigate = useNavigate()
  const place = me && me.lacks !== 'SECOND_FACTOR' ? keptPlace(me.places) : undefined
  useEffect(() => {
    if (place) void navigate({ to: '/$place', params: { place: place.id }, replace: true })
  }, [place, navigate])
  return <PlacesScreen />
}
