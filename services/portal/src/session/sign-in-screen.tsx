import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { DoorFrame } from './door-frame.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSession } from './use-me.tsx'

/** Signing in: a password or the link of a letter, then the second factor, and on to where somebody wanted to go. */
export default function SignInScreen() {
  const { next } = useSearch({ from: '/sign-in' })
  const { me } = useSession()
  const navigate = useNavigate()
  const isIn = me && me.lacks !== 'SECOND_FACTOR'
  useEffect(() => {
    if (isIn) void navigate({ to: next ?? '/', replace: true })
  }, [isIn, next, navigate])
  return <DoorFrame>{me?.lacks === 'SECOND_FACTOR' ? <SecondFactorStep /> : <SignInForm />}</DoorFrame>
}
