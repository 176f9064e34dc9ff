import { Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { SchemeSwitch } from '../shell/scheme-switch.tsx'
import mark from '../theme/mark.svg'

/** The frame of what is seen before somebody is in. */
export function DoorFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="door">
      <Group className="door-head" justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <img src={mark} alt="" width="32" height="32" />
          <Text fw={650} size="lg">
            Artel
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </Group>
      <main className="door-main">
        <Paper className="door-card" withBorder>
          {children}
        </Paper>
      </main>
    </div>
  )
}
