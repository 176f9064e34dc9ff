import { css } from 'lit'

/** Styles of `<artel-earn-badge>`: a pill in the page's own font. */
export const earnBadgeStyles = css`
  :host {
    display: inline-block;
    max-width: 100%;
    vertical-align: middle;
    font-size: clamp(13px, 0.875em, 16px);
  }
  :host([data-state='empty']) {
    visibility: hidden;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    min-height: 2em;
    padding: 4px 12px 4px 8px;
    border-radius: 99px;
    background: var(--_tint);
    color: var(--_ink);
    font-weight: 600;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .pill {
      border: 1px solid CanvasText;
    }
  }
`
