import { Button, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../refusal/failure-note.tsx'
import { DoorFrame } from '../session/door-frame.tsx'
import { signOut } from '../session/sign-out.ts'
import { useSession } from '../session/use-me.tsx'
import { Waiting } from '../shell/waiting.tsx'

/** Where somebody has roles, to choose from. */
export default function PlacesScreen() {
  const { t } = useTranslation()
  const { me, failure, ask, become } = useSession()
  const navigate = useNavigate()
  const isOut = me === null || me?.lacks === 'SECOND_FACTOR'
  useEffect(() => {
    if (isOut) void navigate({ to: '/sign-in', search: {}, replace: true })
  }, [isOut, navigate])
  if (failure && me === undefined)
    return (
      <DoorFrame>
        <FailureNote failure={failure} onRetry={() => ask(null)} />
      </DoorFrame>
    )
  if (!me || isOut) return <Waiting />
  return (
    <DoorFrame>
      <Stack gap="md">
        <Title order={1}>{t('places.title')}</Title>
        {me.places.length === 0 && <Text>{t('places.none')}</Text>}
        {me.places.map(({ id, name, coalitionName, roles }) => (
          <UnstyledButton
            key={id}
            className="place-card"
            renderRoot={(props) => <Link to="/$place" params={{ place: id }} {...props} />}
          >
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {[
                coalitionName === name ? null : coalitionName,
                ...roles.map((role) => t(`role.${role as 'CASHIER'}`)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </UnstyledButton>
        ))}
        <Button variant="default" onClick={() => signOut(null, become)}>
          {t('shell.signOut')}
        </Button>
      </Stack>
    </DoorFrame>
  )
}
