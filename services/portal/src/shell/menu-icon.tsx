import {
  ApprovalIcon,
  ConnectIcon,
  FiguresIcon,
  FileIcon,
  HomeIcon,
  PaymentIcon,
  PeopleIcon,
  ProofIcon,
  ReceiptIcon,
  RuleIcon,
  SalesIcon,
  ShopIcon,
  StatementIcon,
  TillIcon,
  WindowIcon,
} from './icons.tsx'
import type { NavigationItem } from './navigation.ts'

const ICONS: Readonly<Record<NavigationItem['words'], () => React.JSX.Element>> = {
  home: HomeIcon,
  till: TillIcon,
  sales: SalesIcon,
  statements: StatementIcon,
  customers: PeopleIcon,
  members: ShopIcon,
  windows: WindowIcon,
  payments: PaymentIcon,
  proof: ProofIcon,
  rules: RuleIcon,
  figures: FiguresIcon,
  connect: ConnectIcon,
  approvals: ApprovalIcon,
  receipts: ReceiptIcon,
  exports: FileIcon,
}

/** The icon beside a word of the menu. */
export function MenuItemIcon({ of }: { readonly of: NavigationItem['words'] }) {
  const Drawn = ICONS[of]
  return <Drawn />
}
