import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SelectFilterProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly options: readonly { readonly value: Value; readonly words: string }[]
  readonly onChoose: (value: Value | undefined) => void
}

/** One of few values, or any. */
export function SelectFilter<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: SelectFilterProps<Value>) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: t('list.anything') },
        ...options.map((one) => ({ value: one.value, label: one.words })),
      ]}
      onChange={(event) => onChoose(options.find((one) => one.value === event.currentTarget.value)?.value)}
    />
  )
}
