import type { ReactNode } from 'react'

/** Line icons of one weight, drawn for the portal; they say nothing that words beside them do not. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const SunIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1" />
  </Icon>
)
export const MoonIcon = () => (
  <Icon>
    <path d="M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5Z" />
  </Icon>
)
export const HomeIcon = () => (
  <Icon>
    <path d="M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1Z" />
  </Icon>
)
export const TillIcon = () => (
  <Icon>
    <rect x="4" y="4" width="16" height="16" rx="2.5" />
    <path d="M8 8h8v3H8zM8 14.5h.01M12 14.5h.01M16 14.5h.01M8 17.2h.01M12 17.2h.01M16 17.2h.01" />
  </Icon>
)
export const SalesIcon = () => (
  <Icon>
    <path d="M6 3.5h12v17l-2.4-1.6L13.2 20.5l-1.2-1.6-2.4 1.6-1.2-1.6L6 20.5ZM9 8.5h6M9 12.5h6" />
  </Icon>
)
export const StatementIcon = () => (
  <Icon>
    <path d="M7 3.5h7l4 4V19a1.5 1.5 0 0 1-1.5 1.5h-9.5A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5ZM13.5 3.5V8H18M9 12.5h6M9 16h6" />
  </Icon>
)
export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="8.5" r="3.2" />
    <path d="M3.5 19.5c.4-3.4 2.6-5.2 5.5-5.2s5.1 1.8 5.5 5.2M15.5 5.6a3 3 0 0 1 0 5.8M17.3 14.7c1.9.7 3 2.3 3.2 4.8" />
  </Icon>
)
export const ShopIcon = () => (
  <Icon>
    <path d="M4.5 9.5 6 4.5h12l1.5 5M4.5 9.5a2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0M6 12v8h12v-8M10 20v-4.5h4V20" />
  </Icon>
)
export const WindowIcon = () => (
  <Icon>
    <rect x="4" y="5" width="16" height="15" rx="2" />
    <path d="M4 9.5h16M8.5 3v4M15.5 3v4M8.5 14.5l2.3 2.3 4.7-4.3" />
  </Icon>
)
export const PaymentIcon = () => (
  <Icon>
    <rect x="3.5" y="6" width="17" height="12" rx="2" />
    <path d="M3.5 10h17M7 14.5h4" />
  </Icon>
)
export const ProofIcon = () => (
  <Icon>
    <path d="M12 3.5 19 6v5.5c0 4.3-2.8 7.4-7 9-4.2-1.6-7-4.7-7-9V6ZM9 12l2.2 2.2L15.2 10" />
  </Icon>
)
export const RuleIcon = () => (
  <Icon>
    <path d="M4.5 6.5h9M4.5 12h15M4.5 17.5h6" />
    <circle cx="17" cy="6.5" r="2" />
    <circle cx="14" cy="17.5" r="2" />
  </Icon>
)
export const FiguresIcon = () => (
  <Icon>
    <path d="M4.5 4v15.5H20M8.5 16v-4M12.5 16V8M16.5 16v-6" />
  </Icon>
)
export const ConnectIcon = () => (
  <Icon>
    <path d="M9.5 14.5 14.5 9.5M11 7.5l2-2a3.9 3.9 0 0 1 5.5 5.5l-2 2M13 16.5l-2 2A3.9 3.9 0 0 1 5.5 13l2-2" />
  </Icon>
)
export const ApprovalIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8" />
    <path d="m8.5 12.2 2.5 2.5 4.6-5" />
  </Icon>
)
export const ReceiptIcon = () => (
  <Icon>
    <path d="M4.5 8V4.5H8M16 4.5h3.5V8M19.5 16v3.5H16M8 19.5H4.5V16M8.5 8.5h2v2h-2zM13.5 8.5h2v2h-2zM8.5 13.5h2v2h-2zM13.5 13.5h.01M15.5 15.5h.01" />
  </Icon>
)
export const FileIcon = () => (
  <Icon>
    <path d="M12 4v10.5M8 11l4 4 4-4M5 19.5h14" />
  </Icon>
)
export const MenuIcon = () => (
  <Icon>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
)
